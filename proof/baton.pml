/* The protocol once more, written apart from the product's code and checked by spin. Only the state table is shared.

   Everybody looks, takes their time, and writes; a write is one atomic step that compares the version it was made from.
   Planted faults: NO_FENCE (a write compares nothing), NOTICE_LATER (the notice is a write of its own), BLIND_CLAIM
   (a claim neither asks the state nor compares), BLIND_TIMER (what is due is said without a look). */

#include "table.pml"

#ifdef BLIND_TIMER
#define LATER
#endif

#ifdef LATER            /* with replies for later there are many more states, so one move less */
#define MOVES 4
#else
#define MOVES 5         /* moves that are explored */
#endif
#define NOBODY 0
#define DANA 1
#define SAM 2
#define STALE 255

byte state = BOT;
byte owner = NOBODY;
byte version = 1;
byte asked = 0;         /* the customer's messages */
byte decided = 0;       /* of them, how many the bot has decided on */
bool open = false;      /* a handoff is open */
bool noticed = true;    /* and its notice is stored */
byte later = 0;         /* the version under which Dana wrote a reply that waits for its time; 0: none waits; STALE: of before */
byte unread = 0;        /* the customer's messages since she wrote it */

#ifdef NO_FENCE
#define FENCE(v) true
#else
#define FENCE(v) (version == v)
#endif

#ifdef BLIND_TIMER
#define DUE(l) true
#else
#define DUE(l) (version == l && later == l && unread == 0)
#endif

#ifdef NOTICE_LATER
#define NOTICED false
#else
#define NOTICED true
#endif

/* One write: the row moves by m to t, and who holds it then. */
inline write(v, m, t, who) {
    if
    :: FENCE(v) && version < MOVES ->
        assert(LEGAL(state, m, t));
        if
        :: t != BOT && t != RESOLVED && !open -> open = true; noticed = NOTICED
        :: else -> skip
        fi;
        if
        :: t == BOT || t == RESOLVED -> open = false; decided = asked
        :: else -> skip
        fi;
        if
        :: later != 0 -> later = STALE; unread = 0
        :: else -> skip
        fi;
        state = t; owner = who; version++;
        assert((state == HUMAN) == (owner != NOBODY));
        assert(state != QUEUED || open)
    :: else -> skip
    fi
}

/* The customer writes, asks for a person, gives up waiting, or ends it. */
active proctype Customer() {
    byte v, said = 0;
    do
    :: said < 2 -> atomic { state != RESOLVED -> asked++; said++; if :: later == version -> unread = 1 :: else -> skip fi }
    :: said < 2 -> atomic { state == RESOLVED -> v = version };
        atomic { if :: FENCE(v) && version < MOVES -> asked++; said++; write(v, BY_REOPENED, BOT, NOBODY); decided = asked - 1 :: else -> skip fi; v = 0 }
    :: atomic { state == BOT -> v = version }; atomic { write(v, BY_HANDOFF_OPENED, QUEUED, NOBODY); v = 0 }
    :: atomic { state == QUEUED -> v = version }; atomic { write(v, BY_HANDOFF_WITHDRAWN, BOT, NOBODY); v = 0 }
    :: atomic { state == BOT || state == QUEUED -> v = version }; atomic { write(v, BY_RESOLVED, RESOLVED, NOBODY); v = 0 }
    :: version >= MOVES -> break
    od
}

/* A turn of the bot: it looks, thinks, and answers or stops. Two nodes may have one each. */
active [2] proctype Bot() {
    byte v, message;
    do
    :: atomic { state == BOT && asked > decided -> v = version; message = asked };
        if
        :: true -> atomic {
            if
            :: FENCE(v) && decided < message -> assert(state == BOT); decided = message
            :: else -> skip
            fi; v = 0; message = 0 }
        :: true -> atomic {
            if
            :: FENCE(v) && decided < message -> write(v, BY_HANDOFF_OPENED, QUEUED, NOBODY); decided = message
            :: else -> skip
            fi; v = 0; message = 0 }
        :: true -> atomic { v = 0; message = 0 }     /* it falls */
        fi
    :: version >= MOVES -> break
    od
}

/* Whoever has opened a handoff tells the customer in the same write; or, planted, some time later, if it does not fall. */
active proctype Notice() {
    do
    :: atomic { open && !noticed -> if :: noticed = true :: assert(false) /* it fell before */ fi }
    :: version >= MOVES -> break
    od
}

#ifdef LATER
/* The timer: it finds what is due, says it some time later, and puts aside what can't be said any more. */
active proctype Timer() {
    byte l;
    do
    :: atomic { later != 0 && later != STALE && DUE(later) -> l = later };
        if
        :: true -> atomic {
            if
            :: DUE(l) -> assert(state == HUMAN && owner == DANA && version == l && later == l && unread == 0); later = 0
            :: else -> skip
            fi; l = 0 }
        :: true -> atomic { l = 0 }     /* it falls */
        fi
    :: atomic { later == STALE || unread > 0 -> later = 0; unread = 0 }
    :: version >= MOVES && later == 0 -> break
    od
}
#endif

proctype Operator(byte me; byte colleague) {
    byte v;
    do
#ifdef BLIND_CLAIM
    :: true; atomic { v = version; write(v, BY_HANDOFF_CLAIMED, HUMAN, me); v = 0 }
#else
    :: atomic { state == QUEUED -> v = version }; atomic { write(v, BY_HANDOFF_CLAIMED, HUMAN, me); v = 0 }
#endif
    :: atomic { state == BOT || (state == HUMAN && owner != me) -> v = version };
        atomic { write(v, BY_TAKEN_OVER, HUMAN, me); v = 0 }
    :: atomic { state == HUMAN && owner == me -> v = version };     /* writes a reply, and sends it */
        atomic { if :: FENCE(v) -> assert(state == HUMAN && owner == me) :: else -> skip fi; v = 0 }
#ifdef LATER
    :: atomic { me == DANA && state == HUMAN && owner == me && later == 0 -> later = version; unread = 0 }
#endif
    :: atomic { state == HUMAN && owner == me -> v = version };
        if
        :: true -> atomic { write(v, BY_RELEASED, QUEUED, NOBODY); v = 0 }
        :: true -> atomic { write(v, BY_TRANSFERRED, QUEUED, NOBODY); v = 0 }
        :: true -> atomic { write(v, BY_TRANSFERRED, HUMAN, colleague); v = 0 }
        :: true -> atomic { write(v, BY_HANDED_BACK, BOT, NOBODY); v = 0 }
        :: true -> atomic { write(v, BY_RESOLVED, RESOLVED, NOBODY); v = 0 }
        fi
    :: atomic { state == RESOLVED -> v = version };
        if
        :: true -> atomic { write(v, BY_REOPENED, QUEUED, NOBODY); v = 0 }
        :: true -> atomic { write(v, BY_REOPENED, HUMAN, me); v = 0 }
        fi
    :: version >= MOVES -> break
    od
}

init { run Operator(DANA, SAM); run Operator(SAM, DANA) }
