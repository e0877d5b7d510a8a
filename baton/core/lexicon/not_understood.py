"""How bots say that they didn't understand, in folded words. See `triggers/stuck.py`."""

NOT_UNDERSTOOD = {
    "en": "didnt understand | did not understand | dont understand | do not understand | didnt get that | "
    "did not get that | didnt catch | "
    "did not catch | not sure i understand | not sure what you mean | having trouble understanding | cant understand | "
    "please rephrase | could you rephrase | can you rephrase | try rephrasing | say it differently | say that differently",
    "de": "nicht verstanden | verstehe ich nicht | verstehe ich leider nicht | verstehe dich nicht | verstehe sie nicht | "
    "nicht ganz verstanden | anders formulieren | umformulieren",
    "es": "no entendi | no he entendido | no te entiendo | no le entiendo | no comprendi | no he comprendido | reformular | "
    "decirlo de otra manera",
    "fr": "pas compris | ne comprends pas | n ai pas saisi | reformuler | dire autrement",
    "it": "non ho capito | non capisco | non ho compreso | riformulare | puoi ripetere | puo ripetere",
    "pt": "nao entendi | nao compreendi | nao percebi | reformular | dizer de outra forma",
    "nl": "niet begrepen | begrijp ik niet | begrijp je niet | snap ik niet | anders formuleren | herformuleren",
    "pl": "nie zrozumialem | nie zrozumialam | nie rozumiem | sformulowac inaczej | powiedziec inaczej",
    "sv": "forstod inte | forstar inte | omformulera",
    "tr": "anlamadim | anlayamadim | baska turlu sor*",
    "ru": "не понял | не поняла | не понимаю | перефразир*",
}
