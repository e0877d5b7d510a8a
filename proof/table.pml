/* Made by proof/promela.py from baton/core/transitions.py. */
#define BOT 0
#define QUEUED 1
#define HUMAN 2
#define RESOLVED 3
#define BY_HANDOFF_OPENED 0
#define BY_HANDOFF_CLAIMED 1
#define BY_HANDOFF_REQUEUED 2
#define BY_HANDOFF_WITHDRAWN 3
#define BY_TAKEN_OVER 4
#define BY_RELEASED 5
#define BY_TRANSFERRED 6
#define BY_HANDED_BACK 7
#define BY_RESOLVED 8
#define BY_REOPENED 9
#define LEGAL(s, m, t) ( \
       (s == BOT && m == BY_HANDOFF_OPENED && t == QUEUED) \
    || (s == BOT && m == BY_RESOLVED && t == RESOLVED) \
    || (s == BOT && m == BY_TAKEN_OVER && t == HUMAN) \
    || (s == HUMAN && m == BY_HANDED_BACK && t == BOT) \
    || (s == HUMAN && m == BY_RELEASED && t == QUEUED) \
    || (s == HUMAN && m == BY_RESOLVED && t == RESOLVED) \
    || (s == HUMAN && m == BY_TAKEN_OVER && t == HUMAN) \
    || (s == HUMAN && m == BY_TRANSFERRED && t == HUMAN) \
    || (s == HUMAN && m == BY_TRANSFERRED && t == QUEUED) \
    || (s == QUEUED && m == BY_HANDOFF_CLAIMED && t == HUMAN) \
    || (s == QUEUED && m == BY_HANDOFF_REQUEUED && t == QUEUED) \
    || (s == QUEUED && m == BY_HANDOFF_WITHDRAWN && t == BOT) \
    || (s == QUEUED && m == BY_RESOLVED && t == RESOLVED) \
    || (s == RESOLVED && m == BY_REOPENED && t == BOT) \
    || (s == RESOLVED && m == BY_REOPENED && t == HUMAN) \
    || (s == RESOLVED && m == BY_REOPENED && t == QUEUED))
