package dev.musubi.matching.rule;

import dev.musubi.matching.rule.Job.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that there is at one moment, and what may happen next. One need and some listings; all
 * fit each other.
 *
 * @param news what the listeners have not heard yet, in no order
 * @param needVersion 0 before the need has come
 * @param rankedVersion of the need, by its last ranking
 * @param visibleNeed whether searches see the need
 * @param open listings on offer
 * @param visible listings that searches see
 * @param pairs listings that stand with the need
 * @param jobs in the order of their numbers
 */
record Scene(
    List<News> news,
    int needVersion,
    int rankedVersion,
    boolean visibleNeed,
    Set<Integer> open,
    Set<Integer> visible,
    Set<Integer> pairs,
    List<Job> jobs) {

  /** At most so many tasks are worked on at a time, by threads of any instance. */
  private static final int WORKERS = 3;

  Scene {
    news = List.copyOf(news);
    open = Set.copyOf(open);
    visible = Set.copyOf(visible);
    pairs = Set.copyOf(pairs);
    jobs = List.copyOf(jobs);
  }

  /** What a listener hears. */
  enum Heard {
    NEED_COMES,
    NEED_CHANGES,
    LISTING_COMES,
    LISTING_CLOSES
  }

  /** Of one listing, or of the need. */
  record News(Heard what, int listing) {}

  static Scene before(News... news) {
    return new Scene(List.of(news), 0, 0, false, Set.of(), Set.of(), Set.of(), List.of());
  }

  /** Nothing can happen any more. */
  boolean isQuiet() {
    return news.isEmpty() && jobs.isEmpty();
  }

  /** Exactly what is on offer stands with the need. */
  boolean isRight() {
    return needVersion == 0 ? pairs.isEmpty() : pairs.equals(open);
  }

  /** Every scene that may come next. */
  List<Scene> next(Rule rule) {
    var next = new ArrayList<Scene>();
    for (var one : news) {
      if (mayBeHeard(one)) {
        next.add(heard(one));
      }
    }
    long busy = jobs.stream().filter(job -> !job.waits()).count();
    for (int i = 0; i < jobs.size(); i++) {
      if (!jobs.get(i).waits() || busy < WORKERS) {
        next.add(step(i, rule));
      }
    }
    return next;
  }

  /** Of one key the order is kept. */
  private boolean mayBeHeard(News one) {
    return switch (one.what()) {
      case NEED_COMES -> true;
      case NEED_CHANGES -> !news.contains(new News(Heard.NEED_COMES, 0));
      case LISTING_COMES -> true;
      case LISTING_CLOSES -> !news.contains(new News(Heard.LISTING_COMES, one.listing()));
    };
  }

  /** As TakeInListings and TakeInNeeds: the row, pairs that end, and the task, in one commit. */
  private Scene heard(News one) {
    var draft = new Draft(this);
    draft.news.remove(one);
    switch (one.what()) {
      case NEED_COMES, NEED_CHANGES -> {
        draft.needVersion++;
        draft.jobs.add(Job.waiting(Kind.INDEX_NEED, 0));
      }
      case LISTING_COMES -> {
        draft.open.add(one.listing());
        draft.jobs.add(Job.waiting(Kind.INDEX_LISTING, one.listing()));
      }
      case LISTING_CLOSES -> {
        draft.open.remove(one.listing());
        draft.pairs.remove(one.listing());
        draft.jobs.add(Job.waiting(Kind.INDEX_LISTING, one.listing()));
      }
    }
    return draft.scene();
  }

  private Scene step(int index, Rule rule) {
    var draft = new Draft(this);
    var job = draft.jobs.remove(index);
    switch (job.kind()) {
      case INDEX_NEED, INDEX_LISTING -> index(draft, index, job, rule);
      case MATCH_NEED -> matchNeed(draft, index, job, rule);
      case MATCH_LISTING -> matchListing(draft, index, job, rule);
    }
    return draft.scene();
  }

  /** As IndexDocuments: writes and makes visible, then commits with the search as a task. */
  private void index(Draft draft, int index, Job job, Rule rule) {
    if ((job.step() == 0) == rule.visibleFirst()) {
      makeVisible(draft, job);
    } else {
      queueSearch(draft, job);
    }
    if (job.step() == 0) {
      draft.jobs.add(index, new Job(job.kind(), job.subject(), 1, Set.of(), Set.of(), 0, false));
    }
  }

  private void makeVisible(Draft draft, Job job) {
    if (job.kind() == Kind.INDEX_NEED) {
      draft.visibleNeed = true;
    } else if (open.contains(job.subject())) {
      draft.visible.add(job.subject());
    } else {
      draft.visible.remove(job.subject());
    }
  }

  private void queueSearch(Draft draft, Job job) {
    if (job.kind() == Kind.INDEX_NEED) {
      draft.jobs.add(Job.waiting(Kind.MATCH_NEED, 0));
    } else if (open.contains(job.subject())) {
      draft.jobs.add(Job.waiting(Kind.MATCH_LISTING, job.subject()));
    }
  }

  /** As MatchNeed: search, look at what stands, then lock, write and commit. */
  private void matchNeed(Draft draft, int index, Job job, Rule rule) {
    switch (job.step()) {
      case 0 -> {
        draft.jobs.removeIf(other -> other.waits() && other.isLike(job));
        int at = Math.min(index, draft.jobs.size());
        draft.jobs.add(at, new Job(job.kind(), 0, 1, visible, Set.of(), needVersion, false));
      }
      case 1 ->
          draft.jobs.add(index, new Job(job.kind(), 0, 2, job.seen(), pairs, job.version(), false));
      default -> writeRanking(draft, job, rule);
    }
  }

  private void writeRanking(Draft draft, Job job, Rule rule) {
    if (job.version() != needVersion) {
      return;
    }
    var judged = new HashSet<>(job.seen());
    judged.addAll(job.standing());
    var stands = new HashSet<>(judged);
    if (rule.closedAreLeft()) {
      stands.retainAll(open);
    }
    draft.pairs.removeIf(
        it -> !stands.contains(it) && (!rule.endsOnlyJudged() || judged.contains(it)));
    draft.pairs.addAll(stands);
    draft.rankedVersion = needVersion;
  }

  /** As MatchListing: search, read how the needs are ranked, then lock, write and commit. */
  private void matchListing(Draft draft, int index, Job job, Rule rule) {
    switch (job.step()) {
      case 0 -> {
        draft.jobs.removeIf(other -> other.waits() && other.isLike(job));
        int at = Math.min(index, draft.jobs.size());
        var seen = visibleNeed ? Set.of(1) : Set.<Integer>of();
        draft.jobs.add(at, new Job(job.kind(), job.subject(), 1, seen, Set.of(), 0, false));
      }
      case 1 ->
          draft.jobs.add(
              index,
              new Job(
                  job.kind(),
                  job.subject(),
                  2,
                  job.seen(),
                  Set.of(),
                  needVersion,
                  rankedVersion == needVersion));
      default -> writeOpinion(draft, job, rule);
    }
  }

  private void writeOpinion(Draft draft, Job job, Rule rule) {
    if (job.seen().isEmpty()) {
      return;
    }
    if (!job.ranked()) {
      var waits = draft.jobs.stream().anyMatch(it -> it.waits() && it.kind() == Kind.MATCH_NEED);
      if (rule.rankedAgain() && !waits) {
        draft.jobs.add(Job.waiting(Kind.MATCH_NEED, 0));
      }
    } else if (job.version() == needVersion
        && (open.contains(job.subject()) || !rule.closedAreLeft())) {
      draft.pairs.add(job.subject());
    }
  }

  /** A scene that is being changed. */
  private static final class Draft {
    private final List<News> news;
    private int needVersion;
    private int rankedVersion;
    private boolean visibleNeed;
    private final Set<Integer> open;
    private final Set<Integer> visible;
    private final Set<Integer> pairs;
    private final List<Job> jobs;

    Draft(Scene from) {
      news = new ArrayList<>(from.news());
      needVersion = from.needVersion();
      rankedVersion = from.rankedVersion();
      visibleNeed = from.visibleNeed();
      open = new HashSet<>(from.open());
      visible = new HashSet<>(from.visible());
      pairs = new HashSet<>(from.pairs());
      jobs = new ArrayList<>(from.jobs());
    }

    Scene scene() {
      return new Scene(news, needVersion, rankedVersion, visibleNeed, open, visible, pairs, jobs);
    }
  }
}
