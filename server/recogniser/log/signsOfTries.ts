import { wellKnownStatuses as known } from '../wellKnownStatuses';
import { after, before, type Sign } from './sign';
import { again, letter, ofTry, things, tries, wordStart } from './wordsOfTries';

// What developers write of their own tries, in any language: what was asked, what it said, and what comes next.

/** What ends what is said of a status. */
const over = String.raw`["'\x60)\]\uff09]{0,2}(?:[.;!\u3002](?!\d)|\}?\s{0,4}$| at \S{1,80} line \d)`;
/** That it is tried once more, behind a status. */
const next = String.raw`[)\]\uff09]? ?(?:[,;:\u3001\uff0c\u3002.]|[-\u2013\u2014]|->|=>|\u2192) ?[^\n,;:\u3001\uff0c]{0,24}?${again}`;
/** The name of what was asked: a word or two that are not things with numbers. */
const name = String.raw`(?<!${letter}|\d)(?!${things}s? )${letter}[\w\u0080-\uffff.-]{0,30} (?:(?!${things}s? )${letter}[\w\u0080-\uffff.-]{0,30} ){0,2}`;
/** Participles of failing and refusing, in front of a dash. */
const failed = String.raw`(?:${wordStart}(?:failed|failure|rejected|refused|denied|declined|aborted|(?:abge|zur\u00fcckge)[a-z]{3,12}|fehlgeschlagen|gescheitert|verweigert|\u00e9chou\u00e9e?s?|refus\u00e9e?s?|rejet\u00e9e?s?|fallid[oa]s?|fall\u00f3|rechazad[oa]s?|falhou|rejeitad[oa]s?|fallit[oa]|rifiutat[oa]|mislukt|geweigerd|misslyckades|nieudan[aey]|odrzucon[aey]|\u043d\u0435 \u0443\u0434\u0430\u043b(?:\u0441\u044f|\u0430\u0441\u044c|\u043e\u0441\u044c|\u0438\u0441\u044c)|\u043e\u0442\u043a\u043b\u043e\u043d\S{2,4}|\u043f\u0440\u043e\u0432\u0430\u043b\S{1,6}|ba\u015far\u0131s\u0131z|reddedildi|gagal|ditolak|th\u1ea5t b\u1ea1i|b\u1ecb t\u1eeb ch\u1ed1i)|\u5931\u8d25|\u5931\u6557|\u88ab\u62d2|\u62d2\u7edd|\uc2e4\ud328|\uac70\ubd80(?:\ub428)?)`;
/** What programs do with others, as nouns and verbs of languages other than English. */
const deeds = String.raw`(?:${wordStart}(?:(?:hoch|herunter|nach)?(?:laden|geladen)|abruf\w{0,3}|anmeld\w{2,4}|abmeld\w{2,4}|senden|versand|speicher\w{1,3}|l\u00f6sch\w{2,3}|anlegen|abfrage|anfrage|aktualisier\w{2,3}|envoi|t\u00e9l\u00e9charge\w{2,4}|connexion|enregistre\w{1,4}|publication|suppression|requ\u00eate|subida|descarga|env\u00edo|guardad?[or]|consulta|petici\u00f3n|publicaci\u00f3n|envio|carga|grava\u00e7\u00e3o|requisi\u00e7\u00e3o|exclus\u00e3o|caricamento|scaricamento|invio|accesso|salvataggio|richiesta|ophalen|opslaan|verzenden|aanmelden|verzoek|wysy\u0142anie|pobieranie|zapis\w{0,4}|logowanie|\u017c\u0105danie|\u0437\u0430\u0433\u0440\u0443\u0437\u043a\u0430|\u043e\u0442\u043f\u0440\u0430\u0432\u043a\u0430|\u0437\u0430\u043f\u0440\u043e\u0441|\u0432\u0445\u043e\u0434|\u0441\u043e\u0445\u0440\u0430\u043d\u0435\u043d\u0438\u0435|\u0432\u044b\u0433\u0440\u0443\u0437\u043a\u0430|\u043f\u0443\u0431\u043b\u0438\u043a\u0430\u0446\u0438\u044f|y\u00fckleme|g\u00f6nder\w{2,3}|indirme|giri\u015f|kaydet\w{2,3}|istek|unggah\w{0,2}|unduh\w{0,2}|kirim|pengiriman|simpan|penyimpanan|t\u1ea3i (?:l\u00ean|xu\u1ed1ng)|g\u1eedi|l\u01b0u|\u0111\u0103ng (?:nh\u1eadp|b\u00e0i))|\u4e0a\u4f20|\u4e0b\u8f7d|\u53d1\u9001|\u8bf7\u6c42|\u767b\u5f55|\u4fdd\u5b58|\u63d0\u4ea4|\u83b7\u53d6|\u53d1\u5e03|\u30a2\u30c3\u30d7\u30ed\u30fc\u30c9|\u30c0\u30a6\u30f3\u30ed\u30fc\u30c9|\u9001\u4fe1|\u53d6\u5f97|\u6295\u7a3f|\u30ed\u30b0\u30a4\u30f3|\uc5c5\ub85c\ub4dc|\ub2e4\uc6b4\ub85c\ub4dc|\uc804\uc1a1|\uc694\uccad|\ub85c\uadf8\uc778|\uc800\uc7a5)`;

/** More than one error, in any language. */
const errors = String.raw`(?:${wordStart}(?:errors|failures|(?:server)?fehlern?|fehlschl\u00e4gen?|\u00e9checs|fallos|falhas|fallimenti|mislukkingen|erreurs|errores|erros|errori|fouten|b\u0142\u0119d(?:ach|\u00f3w|y|ami)|\u043e\u0448\u0438\u0431(?:\u043e\u043a|\u043a\u0438|\u043a\u0430\u0445|\u043a\u0430\u043c\u0438)|hata(?:lar|dan|ya|)|kesalahan|l\u1ed7i)(?![A-Za-z\u00c0-\u024f\u0400-\u04ff])|\u9519\u8bef|\u932f\u8aa4|\u62a5\u9519|\u30a8\u30e9\u30fc|\u5931\u8d25|\u5931\u6557|\uc624\ub958|\uc5d0\ub7ec|\uc2e4\ud328)`;
/** What errors are found in, which has numbers. */
const ofThings = String.raw`(?:${wordStart}${things}(?:s|n|en|es)?(?![A-Za-z\u00c0-\u024f\u0400-\u04ff])|zeile|tests?|checks?|ids?\b|\u884c|\uc904)`;
/** Statuses that are registered, and those that servers have of their own. */
const registered = '(?:40\\d|41[0-8]|42[0-689]|431|451|499|50[0-8]|51[01]|52[0-79]|530)';

/** Where something comes from. */
const origin = String.raw`(?:(?<!\d)${wordStart}(?:vom?|aus|van|von|od|ze?|\u043e\u0442|dari)(?= )|d[ae]n(?= ))`;
/** That something came, behind it. */
const came = String.raw`(?:bekommen|erhalten|empfangen|ontvangen|gekregen|otrzymano|diterima|didapat|\u043f\u043e\u043b\u0443\u0447\u0435\u043d\u043e?|ald\u0131(?:k|m)?|al\u0131nd\u0131|geldi)(?![A-Za-z\u00c0-\u024f\u0400-\u04ff])`;

export const ofTries: readonly Sign[] = [
  before(
    'what was asked before a status that everybody knows, and that it was a try or the last',
    // More than is against the name of something.
    9,
    String.raw`${ofTry}[^\n:\uff1a]{0,50}[:\uff1a] ?${name}["'(]?`,
    'gave up: harbour \u00ab503\u00bb, retry after 1s',
    'held up: harbour \u00ab503\u00bb, sail after 1s',
    'i',
    String.raw`(?=(?:${known}|402)(?:${over}|${next}))`,
  ),
  before(
    'what was asked before a status that everybody knows, and that it is tried again',
    9,
    String.raw`(?:${letter}{2,20} ${letter}{2,20}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3,12}) ?[:\uff1a] ?${name}["'(]?`,
    'prix non charg\u00e9s : capitainerie \u00ab504\u00bb, nouvelle tentative',
    'prix non charg\u00e9s : capitainerie \u00ab504\u00bb, nouvelle barque',
    'i',
    String.raw`(?=${known}${next})`,
  ),
  before(
    'what was asked before a status that everybody knows, as all that an error of a service says',
    6,
    String.raw`(?:^|[\s:('"])[\w$.]{0,40}(?:Retr(?:y|ies)[A-Za-z]{0,12}|Service|Http|HTTP|Api|API|Request|Response|Remote|Upstream|Client|Gateway|Server|Moleculer[A-Za-z]{0,12}|Broker|Rpc|RPC|Transport|Network|Webhook|Fetch)(?:Error|Exception|Fault): (?!${things} )[a-z][\w.-]{1,30} `,
    'RetryableHarbourError and PierServiceError: harbour \u00ab503\u00bb',
    'RetryableHarbourError and PierServiceError: boat \u00ab503\u00bb',
    '',
    String.raw`(?=${known}${over})`,
  ),
  before(
    'that it is tried again before a status that everybody knows in parentheses, in any language',
    6,
    String.raw`${again}[^\n()[\]{}]{0,30} ?[(\[\uff08] ?`,
    'Steg zu, neuer Versuch in 5s (\u00ab503\u00bb)',
    'Steg zu, neuer Versatz in 5s (\u00ab503\u00bb)',
    'i',
    String.raw`(?=${known}[)\]\uff09])`,
  ),
  before(
    'that it is tried again after a status that everybody knows at the beginning of a message',
    6,
    String.raw`(?:^ {0,4}|[\])|>:.!?-] {1,4}|["'\x60])(?:HTTP )?`,
    '\u00ab503\u00bb, n\u00e4chster Versuch in 2s',
    '\u00ab503\u00bb, n\u00e4chster Besuch in 2s',
    'i',
    String.raw`(?=${known}${next})`,
  ),
  before(
    'that it is tried again after a status that everybody knows at the beginning of the text of a message',
    // More than is against the value of a name.
    13,
    String.raw`\b(?:msg|message|event|text|err|error)=["']`,
    'level=warn msg="\u00ab503\u00bb, n\u00e4chster Versuch in 2s"',
    'level=warn age="\u00ab503\u00bb, n\u00e4chster Versuch in 2s"',
    'i',
    String.raw`(?=${known}${next})`,
  ),
  before(
    'a failure and a dash before a status that everybody knows, and nothing behind it',
    6,
    String.raw`${failed} ?[-\u2013\u2014]{1,2} ?`,
    'Hochladen fehlgeschlagen \u2013 \u00ab413\u00bb',
    'Hochladen wiederholt \u2013 \u00ab413\u00bb',
    'i',
    String.raw`(?=${known}(?:${over}|${next}))`,
  ),
  before(
    'what was done and an arrow before a status that everybody knows, in another language, and nothing behind it',
    6,
    String.raw`${deeds}[^\n\d]{0,40} ?(?:[-=]>|\u2192) ?`,
    'envoi du bateau -> \u00ab413\u00bb',
    'envol du bateau -> \u00ab413\u00bb',
    'i',
    String.raw`(?=${known}(?:${over}|${next}))`,
  ),
  before(
    'several errors before a list of nothing but statuses',
    // More than is against one of a list and a status behind another.
    24,
    String.raw`${errors}(?![^\n()[\]]{0,24}${ofThings})[^\n()[\]\d,;:]{0,24} ?[(\[\uff08](?=(?:${registered}(?:, ?|\u3001 ?)){2,20}${registered}[)\]\uff09])(?:${registered}(?:, ?|\u3001 ?)){0,20}`,
    'Schluss nach vier Fehlern (402, \u00ab451\u00bb, 428)',
    'Schluss nach Fehlern in Zeile (402, \u00ab451\u00bb, 428)',
    'i',
  ),
  after(
    'that it was got after a status that everybody knows, in another language',
    // More than is against an amount.
    10,
    String.raw`(?<=(?<![\w.,:/#-]|\d )${known})["'\u00ab\u00bb)]? ?(?:(?:durumu|hatas\u0131|yan\u0131t\u0131) ?(?:ald\u0131|al\u0131nd\u0131|geldi|d\u00f6nd\u00fc|verdi)|(?<=${origin}[^\n\d]{1,40}${known}["'\u00ab\u00bb)]? ?)${came}|${came} ${origin}|\uc744? ?(?:\ubc1b|\uc218\uc2e0|\uc751\ub2f5|\ubc18\ud658)|\u3092 ?(?:\u53d7|\u8fd4|\u691c\u77e5)|\u304c ?\u8fd4|\u3092?\u53d7\u4fe1|(?:d\u00f6nd\u00fcr|veriyor|verdi))`,
    'vom Hafen \u00ab429\u00bb bekommen',
    'im Hafen \u00ab429\u00bb bekommen',
    'i',
  ),
  before(
    'that it is still so before a status that everybody knows, in another language',
    6,
    String.raw`(?:${wordStart}(?:immer noch|weiterhin|noch immer|toujours|encore|sigue(?: en| con)?|todav\u00eda|a\u00fan|continua(?: em| com)?|ainda|ancora|nog (?:steeds|altijd)|nadal|wci\u0105\u017c|\u0432\u0441[\u0435\u0451] \u0435\u0449[\u0435\u0451]|\u043f\u043e-\u043f\u0440\u0435\u0436\u043d\u0435\u043c\u0443|h\u00e2l\u00e2|hala|masih|v\u1eabn(?: l\u00e0)?) |(?:\u4ecd\u7136|\u8fd8\u662f|\u4ecd)\u662f? ?|(?:\u307e\u3060|\u4f9d\u7136) ?|(?:\uc5ec\uc804\ud788|\uc544\uc9c1) ?)(?:HTTP )?["'(]?`,
    'immer noch \u00ab503\u00bb nach dem dritten Versuch',
    'immer nach \u00ab503\u00bb Booten',
    'i',
    String.raw`(?=${known}(?:${over}|${next}|["')]?[,\uff0c\u3001](?! ?\d)| (?:nach|apr\u00e8s|tras|despu\u00e9s de|ap\u00f3s|depois de|dopo|na|po|\u043f\u043e\u0441\u043b\u0435|setelah|sau) (?:\S{1,12} ){0,2}\S{0,3}${tries}))`,
  ),
  before(
    'a failure with it before a status that everybody knows, in another language',
    6,
    String.raw`(?:${failed}|${wordStart}(?:\u00e9chec|fallo|falha|fallimento|fout|pora\u017cka|\u043e\u0442\u043a\u0430\u0437|\u0441\u0431\u043e\u0439|\u043e\u0448\u0438\u0431\u043a\u0430|abbruch|arr\u00eat|parada|arresto))(?: [A-Za-z\u00c0-\u024f\u0400-\u04ff]{3,14})? (?:mit|avec|con|com|met|z|\u0441|dengan|v\u1edbi) (?:(?:HTTP|status|statut|estado|stato|code|c\u00f3digo|codice|kod\S{0,2}) ){0,2}["'(]?`,
    '\u00e9chec d\u00e9finitif avec \u00ab403\u00bb',
    '\u00e9chelle d\u00e9finitive avec \u00ab403\u00bb',
    'i',
    String.raw`(?=${known}(?:${over}|${next}|["')]?[,:](?! ?\d)))`,
  ),
  before(
    'whose answer it was before a status that everybody knows, in another language',
    6,
    String.raw`(?:${wordStart}(?:antwort|r\u00fcckmeldung|r\u00e9ponse|retour|respuesta|resposta|risposta|antwoord|reactie|odpowied\u017a|\u043e\u0442\u0432\u0435\u0442|yan\u0131t\u0131?|cevab\u0131|jawaban|respons|ph\u1ea3n h\u1ed3i|tr\u1ea3 l\u1eddi)(?: (?:[dl]['\u2019])?${letter}{1,20}){0,4}?|\u54cd\u5e94|\u8fd4\u7b54|\u5fdc\u7b54|\uc751\ub2f5)(?: ?[:\uff1a] ?| (?:war|ist|\u00e9tait|est|fue|es|foi|era|was|is|\u0431\u044b\u043b|by\u0142a) )["'(]?`,
    'Antwort des Lagers: \u00ab422\u00bb',
    'Antworten des Lagers: \u00ab422\u00bb',
    'i',
    String.raw`(?=(?:${known}|500)(?:${over}|${next}|["')]?,(?! ?\d)))`,
  ),
  before(
    'that it is given back before a status that everybody knows, in another language, and tried again',
    6,
    String.raw`(?:${wordStart}(?:meldete?|liefert|gibt|gab|renvoie|renvoya|donne|devuelve|devolvi\u00f3|da|devolve|devolveu|retorna|restituisce|d\u00e0|geeft|gaf|zwraca|zwr\u00f3ci\u0142\S?|\u043e\u0442\u0434\u0430[\u0435\u0451]\u0442|\u0432\u043e\u0437\u0432\u0440\u0430\u0449\u0430\u0435\u0442|\u0432\u0435\u0440\u043d\u0443\u043b\S?|mengembalikan|memberi|tr\u1ea3 v\u1ec1) |\u8fd4\u56de\u4e86? ?)(?:HTTP )?["'(]?`,
    'Lieferant meldet \u00ab503\u00bb, neuer Versuch in 30s',
    'Lieferant meldet \u00ab503\u00bb, neuer Bestand in 30s',
    'i',
    String.raw`(?=${known}${next})`,
  ),
];
