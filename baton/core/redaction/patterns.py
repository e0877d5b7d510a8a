"""How cards, accounts, secrets, numbers of papers and words on health are told, in the languages that people write.

What is told in words is looked for in small letters: patterns that fold letters as they go take five times as long.
"""

import re

from baton.core.reading.screen import Screen

DIGITS = re.compile(r"(?<![\w.])\d+(?:[ -]\d+)*(?!\w)")
"""Groups of digits that may hold a card."""

GLUED_DIGITS = re.compile(r"(?<=[\u0600-\u06ff\u3040-\u9fff\uac00-\ud7af：:])\d[\d -]{11,26}\d(?![A-Za-z0-9])")
"""The same right behind a letter of a script that writes no space there."""

IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])")

KEY = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:sk|pk|rk|ghp|gho|glpat|xox[abp]|AKIA|AIza|eyJ)[-_A-Za-z0-9.]{16,}"
    r"|Bearer [-_A-Za-z0-9.=]{16,})|(?<=://)[^\s/:@]{1,64}:[^\s/@]{1,64}(?=@)"
)

_NOUN = (
    r"passwords?|passphrase|passwort|kennwort|passcode|contraseña|clave|mot de passe|senha|palavra-passe|wachtwoord"
    r"|hasło|hasło to|şifrem?|parolam?|lösenord\w*|adgangskode|passord|salasana|heslo|jelszó|parola|пароль|κωδικός"
    r"|pin|pin-?code|cvv2?|cvc2?|otp|tan|(?:security|verification|one-time|sms|2fa) code|sicherheitscode"
    r"|código de (?:seguridad|segurança|verificación)|code de (?:sécurité|vérification)|codice di sicurezza"
)
_LINK = r"is|was|ist|lautet|es|era|est|è|é|jest|to|är|er|on|je|este|это"
SECRET = re.compile(
    rf"(?<![\w-])(?:{_NOUN})(?![\w])"
    rf"(?:(?:\s+\w{{1,20}}){{0,4}}?\s+(?:{_LINK})\s*[:=]?\s+|\s*[:=]\s*|\s+)(?=\S*[\d\W_])([^\s,;]{{3,64}})"
)
SECRET_ASKED = re.compile(rf"(?<![\w-])(?:{_NOUN})(?!\w)|パスワード|暗証番号|密码|كلمة المرور")
"""A question for a secret."""

_NOUN_UNSPACED = (
    r"パスワード|暗証番号|認証コード|密码|密碼|验证码|비밀번호|인증번호|كلمة المرور|كلمة السر|الرقم السري|סיסמה|הסיסמה"
)
SECRET_UNSPACED = re.compile(
    rf"(?:{_NOUN_UNSPACED})"
    r"(?:[^\d\n.。]{0,12}?)[\s:：は是为為]\s*([!-~\u0660-\u0669]{3,64})"
)

ID_NOUN = re.compile(
    r"\b(?:passport|national id|id card|identity card|identity number|driver'?s? licen[cs]e|driving licen[cs]e"
    r"|social security|ssn|tax (?:id|number)|national insurance|nino\b|residence permit|visa number|green card"
    r"|reisepass\w*|personalausweis\w*|ausweis\w*|führerschein\w*|steuer-?id\w*|sozialversicherung\w*"
    r"|passeport|carte d['’]identité|permis de conduire|sécurité sociale|titre de séjour"
    r"|pasaporte|dni\b|nie\b|nif\b|curp\b|carnet de conducir|seguridad social|cédula"
    r"|passaporto|carta d['’]identità|codice fiscale|patente"
    r"|passaporte|cpf\b|rg\b|bilhete de identidade|cartão de cidadão|carteira de motorista"
    r"|paspoort\w*|bsn\b|burgerservicenummer|rijbewijs\w*|identiteitskaart\w*"
    r"|paszport\w*|pesel\b|dow[oó]d\w* osobist\w*|prawo jazdy"
    r"|pasaport\w*|kimlik|tc\b|ehliyet\w*|personnummer|паспорт\w*|снилс|инн\b)"
    r"|جواز|الهوية|رخصة القيادة|パスポート|マイナンバー|運転免許|身份证|身份證|护照|護照|여권|주민등록"
)
"""Nouns of papers whose number tells who somebody is."""

ID_VALUE = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,3}[ -]|[A-Za-z]{1,6})?\d[\dA-Za-z]{0,20}(?:[ .\-/]\d[\dA-Za-z]{0,8}){0,6}"
    r"(?:[ -][A-Z]\b)?"
)

ID_SHAPE = re.compile(
    r"(?<![\w-])(?:(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}"
    r"|[A-CEGHJ-PRSTW-Z][A-CEGHJ-NPRSTW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]"
    r"|[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]|[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d"
    r"|\d{3}\.\d{3}\.\d{3}-\d\d|\d{6}-[1-8]\d{6}|[12] \d\d [01]\d \d\d \d{3} \d{3}(?: \d\d)?)(?![\w-])"
)
"""Numbers of papers that speak for themselves: of the USA, Britain, Italy, Mexico, Brazil, Korea and France."""

SPANISH_ID = re.compile(r"(?<![A-Za-z0-9])([XYZxyz]?)-?(\d{7,8})-?([A-Za-z])(?![A-Za-z0-9])")

HEALTH = re.compile(
    r"\b(?:diabet\w*|cancer\w*|krebs\w*|tumou?r\w*|chemo\w*|hiv\b|aids\b|hepatit\w*|pregnan\w*|schwanger\w*|miscarriage"
    r"|depress(?:ed|ion\w*|iv\w*)|depresión|dépression|depresj\w*|depresyon\w*|bipolar\w*|schizophren\w*|epileps?\w*"
    r"|asthma\w*|asma\b|asthme|astm\w*|antidepress\w*|insulin\w*|dialys\w*|disabilit\w*|wheelchair|rollstuhl\w*"
    r"|migr[aä][iä]?n\w*|heart (?:attack|condition|disease)|herzinfarkt\w*|mental (?:health|illness)|blood pressure"
    r"|allerg\w*|medication\w*|medikament\w*|psychiatr\w*|psychotherap\w*|chlamydia|dementia|demenz|alzheimer\w*"
    r"|parkinson\w*|multiple sclerosis|arthritis|diagnosed|diagnostiziert|prescribed|krankheit\w*|operiert"
    r"|enceinte|grossesse|maladie\w*|fauteuil roulant|médicament\w*|cardiaque|diabète"
    r"|embaraz\w*|cáncer|enfermedad\w*|medicamento\w*|silla de ruedas|corazón|alergi\w*"
    r"|incinta|gravidanza|cancro|malattia\w*|farmac[oi]\w*|sedia a rotelle|allergi\w*"
    r"|grávida|gravidez|câncer|cancro|doença\w*|remédio\w*|cadeira de rodas"
    r"|zwanger\w*|kanker\w*|ziekte\w*|medicijn\w*|rolstoel\w*|hartaanval"
    r"|ciąż\w*|cukrzyc\w*|nowotw\w*|chorob\w*|leki\b|wózek inwalidzki|zawał\w*"
    r"|hamile\w*|kanser\w*|diyabet\w*|şeker hastası|hastalığ\w*|ilaç\w*|tekerlekli sandalye|kalp krizi"
    r"|беремен\w*|диабет\w*|онколог\w*|депресс\w*|gravid\w*|raskaana)"
    r"|السكري|سرطان|حامل|مرض|اكتئاب|دواء|糖尿病|妊娠|うつ病|がん|癌|喘息|怀孕|抑郁|당뇨|임신|우울증|암 "
)
"""Words that tell of somebody's health. The sentence around one is what is masked."""

_KEY_HINT = r"(?:sk|pk|rk|ghp|gho|glpat|xox[abp]|akia|aiza|eyj)[-_a-z0-9.]{16}|bearer [-_a-z0-9.=]{16}|://[^/]*:[^/]*@"
HINTS = Screen((_KEY_HINT, f"{_NOUN}|{_NOUN_UNSPACED}", ID_NOUN.pattern, HEALTH.pattern))
HINT_OF_KEY, HINT_OF_SECRET, HINT_OF_PAPER, HINT_OF_HEALTH = range(4)
"""What a text in small letters has to have for a key, a secret, a paper's number or words on health to be in it. Most
texts have none of them, and the expressions above need a tenth of a millisecond to see that of an answer."""

SENTENCE = re.compile(r"[^.!?؟。！？\n]+")
