-- What this service must know of other aggregates, kept from their events. Nothing here is the truth;
-- each row can be rebuilt from its topic. A row is only ever replaced by a higher version.

create table organisation_view (
    id         uuid primary key,
    version    bigint not null,
    kind       text   not null,
    name       text   not null,
    name_en    text,
    prefecture text
);

create table need_view (
    id              uuid primary key,
    version         bigint not null,
    organisation_id uuid   not null,
    state           text   not null,
    title           text   not null,
    frequency       text   not null,
    budget_per_week int    not null
);

create index need_view_by_organisation on need_view (organisation_id);

create table listing_view (
    id              uuid primary key,
    version         bigint      not null,
    organisation_id uuid        not null,
    state           text        not null,
    -- [{"lang","title","summary"}], as many as the listing has languages
    texts           jsonb       not null,
    fields          text[]      not null,
    prefecture      text,
    -- All texts, normalised, for choosing without matching's search.
    words           text        not null,
    published_at    timestamptz not null
);

-- Digests read what is new.
create index listing_view_by_publication on listing_view (published_at desc) where state = 'PUBLISHED';

-- telling: OPEN (not decided: the need is unknown yet, or the pair is not worth it), GATHERED (waits for
-- a digest), PAGE (shown in the page, never to be mailed), AT_ONCE, LISTED (in the first list), DIGESTED.
create table match_view (
    id                      uuid primary key,
    version                 bigint           not null,
    need_id                 uuid             not null,
    listing_id              uuid             not null,
    need_organisation_id    uuid             not null,
    listing_organisation_id uuid             not null,
    active                  boolean          not null,
    answered                boolean          not null,
    worth_alert             boolean          not null,
    found_by                text             not null,
    score                   double precision not null,
    rank                    int              not null,
    reasons                 jsonb            not null,
    titles                  jsonb            not null,
    need_title              text             not null,
    found_at                timestamptz      not null,
    telling                 text             not null default 'OPEN',
    told_at                 timestamptz
);

create index match_view_by_need on match_view (need_id);
create index match_view_gathered on match_view (need_organisation_id) where telling = 'GATHERED';
-- Mails at once in the last seven days, a need at a time: its weekly budget.
create index match_view_at_once on match_view (need_id, told_at) where telling = 'AT_ONCE';

-- The first list of a need is told once, shortly after its matches stop arriving.
create table first_list (
    need_id    uuid primary key,
    opened_at  timestamptz not null,
    settles_at timestamptz not null,
    told_at    timestamptz
);

create index first_list_open on first_list (settles_at) where told_at is null;

-- What each organisation has been told, and by which way (PAGE, MAIL): kept when alerts and mails have
-- long been deleted by age, so that a late event never tells anything again.
create table told (
    organisation_id uuid not null,
    way             text not null,
    subject_key     text not null,
    primary key (organisation_id, way, subject_key)
);

-- Alerts in the page. seq grows by one an organisation; its counter row is locked until commit, so that
-- a reader who has seen seq n can never miss one below n.
create table alert_counter (
    organisation_id uuid primary key,
    last            bigint not null
);

create table alert (
    id              uuid primary key,
    organisation_id uuid        not null,
    seq             bigint      not null,
    kind            text        not null,
    -- what it is about, so that it is told once: 'MATCH:<id>', 'FIRST:<need>', 'INQUIRY:<deal>' …
    subject_key     text        not null,
    content         jsonb       not null,
    created_at      timestamptz not null,
    unique (organisation_id, subject_key),
    unique (organisation_id, seq)
);

create index alert_by_age on alert (created_at);

create table alert_read (
    account_id text        not null,
    alert_id   uuid        not null references alert (id) on delete cascade,
    read_at    timestamptz not null,
    primary key (account_id, alert_id)
);

create index alert_read_by_alert on alert_read (alert_id);

create table alert_preference (
    account_id      text primary key,
    organisation_id uuid,
    version         bigint      not null,
    match_mails     boolean     not null,
    digest_mails    boolean     not null,
    deal_mails      boolean     not null,
    changed_at      timestamptz not null
);

-- A mail to the people of an organisation, before it is known who they are.
create table mailing (
    id              uuid primary key,
    organisation_id uuid        not null,
    subject_key     text        not null,
    kind            text        not null,
    subject_id      uuid        not null,
    content         jsonb       not null,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null default 0,
    addressed_at    timestamptz,
    last_error      text,
    unique (organisation_id, subject_key)
);

create index mailing_waiting on mailing (next_attempt_at) where addressed_at is null;

-- One mail to one person. recipient is 'account:<id>' or 'subscription:<id>'; an address is never here.
-- state: WAITING, SENDING (handed to an instance; may be on the wire), SENT, FAILED, BOUNCED, SUPPRESSED.
create table delivery (
    id              uuid primary key,
    version         bigint      not null default 0,
    recipient       text        not null,
    subject_key     text        not null,
    kind            text        not null,
    subject_id      uuid        not null,
    organisation_id uuid,
    content         jsonb       not null,
    state           text        not null default 'WAITING',
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    claim           uuid,
    claimed_until   timestamptz,
    repeated        boolean     not null default false,
    last_error      text,
    created_at      timestamptz not null,
    settled_at      timestamptz,
    unique (recipient, subject_key)
);

create index delivery_waiting on delivery (next_attempt_at) where state = 'WAITING';
create index delivery_sending on delivery (claimed_until) where state = 'SENDING';
create index delivery_settled on delivery (settled_at) where settled_at is not null;

-- A period of digests that has begun; a second beginning of the same period finds the row.
create table digest_run (
    audience    text        not null,
    period      date        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    primary key (audience, period)
);

-- People without an account. A row is deleted as a whole when the person has to be forgotten.
create table subscription (
    id              uuid primary key,
    version         bigint      not null,
    email           text        not null,
    email_hash      text        not null unique,
    state           text        not null,
    lang            text        not null,
    frequency       text        not null,
    interests       jsonb       not null,
    created_at      timestamptz not null,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    -- listings published after this are news to this person
    news_since      timestamptz,
    last_period     date,
    last_mail_at    timestamptz,
    claimed_until   timestamptz
);

create index subscription_due on subscription (last_period) where state = 'CONFIRMED';
create index subscription_ended on subscription (ended_at) where ended_at is not null;

-- Proof of consent (特定電子メール法): which text, when, from where, and when it was confirmed. What was
-- asked for takes effect only by the confirmation.
create table consent (
    id                       uuid primary key,
    subscription_id          uuid        not null references subscription (id) on delete cascade,
    form_version             text        not null,
    lang                     text        not null,
    frequency                text        not null,
    interests                jsonb       not null,
    requested_at             timestamptz not null,
    requested_from           text        not null,
    requested_with           text        not null,
    expires_at               timestamptz not null,
    confirmed_at             timestamptz,
    confirmed_from           text,
    confirmed_with           text
);

create index consent_by_subscription on consent (subscription_id, requested_at desc);

-- Every listing that was ever sent to a person in a digest.
create table digest_listing (
    subscription_id uuid not null references subscription (id) on delete cascade,
    listing_id      uuid not null,
    delivery_id     uuid not null,
    primary key (subscription_id, listing_id)
);

-- Addresses that must not be written to, as keyed hashes: they outlive the account.
create table suppression (
    address_hash text primary key,
    reason       text        not null,
    detail       text,
    since        timestamptz not null
);

create table webhook (
    id              uuid primary key,
    version         bigint      not null,
    organisation_id uuid        not null,
    url             text        not null,
    events          text[]      not null,
    secret          bytea       not null,
    state           text        not null,
    failing_since   timestamptz,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);

create index webhook_by_organisation on webhook (organisation_id);

create table webhook_delivery (
    id              uuid primary key,
    webhook_id      uuid        not null references webhook (id) on delete cascade,
    event_key       text        not null,
    type            text        not null,
    body            text        not null,
    state           text        not null default 'WAITING',
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    last_status     int,
    last_error      text,
    last_millis     int,
    created_at      timestamptz not null,
    settled_at      timestamptz,
    unique (webhook_id, event_key)
);

create index webhook_delivery_waiting on webhook_delivery (next_attempt_at) where state = 'WAITING';
create index webhook_delivery_log on webhook_delivery (webhook_id, id desc);
