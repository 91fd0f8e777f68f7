package dev.musubi.matching.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done from time to time. A round that fails is said and tried again by the next. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Routine {
  private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

  /** Least minutes between two drawings of the landscape. */
  private static final int REDRAW = 2;

  private static final int MOST_ROUNDS = 100;

  private final LearnFromAll learn;
  private final DrawLandscape landscape;
  private final HintClearance clearance;

  Routine(LearnFromAll learn, DrawLandscape landscape, HintClearance clearance) {
    this.clearance = clearance;
    this.learn = learn;
    this.landscape = landscape;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  void learn() {
    tried("Learning from all answers", learn::run);
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
  void draw() {
    tried("Drawing the landscape", () -> landscape.run(REDRAW));
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT15S")
  void embedKnownPatents() {
    tried("Embedding known patents", this::embedSome);
  }

  private void embedSome() {
    for (var round = 0; round < MOST_ROUNDS && clearance.embed() > 0; round++) {
      // Each round is a transaction of its own: what is made stays made.
    }
  }

  private static void tried(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.warn("{} failed and will be tried again", what, failure);
    }
  }
}
