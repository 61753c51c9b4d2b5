import { wellKnownStatuses as known } from '../wellKnownStatuses';
import { after, before, ofLine, registered, type Sign } from './sign';

// What languages other than English say around a status. Letters beyond ASCII are escapes where a reader of Latin
// letters would not tell them apart; German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Swedish,
// Danish, Finnish, Turkish, Indonesian, Vietnamese, Russian, Ukrainian, Chinese, Japanese and Korean.

/** Words that stand between a verb and the status that it is about. */
const fillers = String.raw`(?: (?:mit|wieder|erneut|nochmals|encore|otra|vez|de|novo|di|nuovo|ancora|weer|znowu|ponownie|\u0441\u043d\u043e\u0432\u0430|\u043e\u043f\u044f\u0442\u044c|lagi|kembali|com|con|\u0441|avec|met|med|z|s|dengan|le|la|el|o|il|dem|den|der|das|un|una|um|uma|une|ein|einem|einen|een|et|zur\u00fcck|c\u00f3digo|codice|code|kod|kode|kodem|k\u00f3dem|k\u00f3d|status|statuskode|statuscode|statuskod|estado|estatus|statut|stato|statusem|durum|erro|error|errore|erreur|fehler|b\u0142\u0105d|fout|fel|fejl|HTTP|\u0441\u0442\u0430\u0442\u0443\u0441\S{0,2}|\u043a\u043e\u0434\S{0,2}|\u043e\u0448\u0438\u0431\u043a\S{0,3}|\u043f\u043e\u043c\u0438\u043b\u043a\S{0,3})){0,5}`;

/** Verbs that say of a server that it answered, without doubt. */
const answered =
  'antwortete\\w{0,2}|antwortet|respondeu|respondi\u00f3|contest\u00f3|respond(?:e|en)|r\u00e9pondu?|r\u00e9pond|ha risposto|risponde|antwoordde|antwoordt|svarade|svarar|svarede|svarte|svarer|vastasi|odpowiedzia\u0142\\w?|odpowiada|odpov\u011bd\u011bl\\w?|odpov\u00edd\u00e1|yan\u0131t verdi|tr\u1ea3 l\u1eddi|ph\u1ea3n h\u1ed3i|membalas|menjawab|\u043e\u0442\u0432\u0435\u0442\u0438\u043b[\u0430\u043e\u0438]?|\u043e\u0442\u0432\u0435\u0447\u0430\u0435\u0442|\u0432\u0456\u0434\u043f\u043e\u0432\u0456(?:\u0432|\u043b\u0430)';
/** Verbs of giving something back, which may be rows as well. */
const gaveBack =
  'meldete?|lieferte?|gaf|\u0437\u0430\u0432\u0435\u0440\u0448(?:\u0438\u043b\u0441\u044f|\u0438\u043b\u0430\u0441\u044c|\u0438\u043b\u043e\u0441\u044c|\u0451\u043d|\u0435\u043d)|zur\u00fcckgegeben:?|retornou|devolveu|devolvi\u00f3|devuelve|retorn\u00f3|renvoy\u00e9|renvoie|retourn\u00e9|restituito|zwr\u00f3ci\u0142\\w?|vr\u00e1til\\w?|\u0432\u0435\u0440\u043d\u0443\u043b[\u0430\u043e\u0438]?|\u0432\u043e\u0437\u0432\u0440\u0430\u0449\u0430\u0435\u0442|\u043f\u043e\u0432\u0435\u0440\u043d\u0443(?:\u0432|\u043b\u0430)|palautti|returnerade|returnerede|mengembalikan|d\u00f6nd\u00fcrd\u00fc|tr\u1ea3 v\u1ec1|\u8fd4\u56de\u4e86?';
/** Verbs of getting, which may be anything as well. */
const got =
  'bek(?:am|amen|ommen|ommt)|erh(?:ielt|ielten|alten|\u00e4lt)|re\u00e7(?:u|us|oit|oivent)|obtenu|(?:recib|obtuv)(?:imos|i\u00f3|ido|e|o|ieron)|recibi|receb(?:emos|eu|ido|i|eram)|obteve|obtivemos|ricevut[oiae]|riceve|ottenuto|kreeg|kregen|ontv(?:ing|angen|angt)|fick|mottog|f\u00e5r|fik|modtog|fikk|mottok|saimme|sai|otrzyma(?:no|\u0142\\w{0,3}|li\u015bmy|li)|dosta(?:\u0142\\w{0,3}|li\u015bmy|li|jemy)|dosta(?:l|li|li jsme)|obdr\u017eel\\w?|ald\u0131(?:k|m)?|al\u0131nd\u0131|mendapat(?:kan)?|menerima|nh\u1eadn(?: \u0111\u01b0\u1ee3c)?|\u043f\u043e\u043b\u0443\u0447(?:\u0438\u043b[\u0430\u0438\u043e]?|\u0435\u043d\u043e?|\u0430\u0435\u043c|\u0430\u0435\u0442)|\u043f\u0440\u0438\u0448(?:\u0451\u043b|\u0435\u043b|\u043b\u043e)|\u043b\u043e\u0432\u0438\u043c|\u043e\u0442\u0440\u0438\u043c\u0430(?:\u0432|\u043b[\u0430\u0438\u043e]|\u043d\u043e|\u043b\u0438)';
/** Who it came from, what it was for, and that nothing is counted. */
const origin =
  "(?:[\"'\u00bb)]{0,2}(?:[.,;:!)](?!\\d)|\\s{0,4}$)| (?:HTTP )?(?:vom?|von|bei[mn]?|f\u00fcr|auf|de|del|desde|para|por|en|al|do|da|dos|das|na|no|em|dell[ao\u2019']?|dall?[ao\u2019']?|dal|per|su|van|voor|bij|fr\u00e5n|f\u00f6r|vid|p\u00e5|fra|til|ved|z|ze|od|dla|przy|pro|dari|untuk|saat|t\u1eeb|khi|\u043e\u0442|\u043f\u0440\u0438|\u043d\u0430|\u0437|\u0432\u0456\u0434|\u0434\u043b\u044f|du|des|pour|lors|sur|depuis|d\u1ecbch|t\u1eeb)(?![a-z\u00e0-\u024f\u0400-\u04ff])| d[eu]? ?l?['\u2019])";
/** Nouns for an answer. */
const answers =
  'antwort|respuesta|resposta|r\u00e9ponse|risposta|antwoord|svar|vastaus|odpowied\u017a|odpov\u011b\u010f|yan\u0131t\u0131?|respons|\u043e\u0442\u0432\u0435\u0442|\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u044c|\u5fdc\u7b54|\u54cd\u5e94|\u8fd4\u7b54|\uc751\ub2f5';
/** What an answer should not be, after its noun. */
const unexpected =
  '(?: (?:inesperad[ao]|inattendue?|inattes[ao]|inv\u00e1lid[ao]|invalide|non valid[ao]|\u043d\u0435\u043e\u0436\u0438\u0434\u0430\u043d\u043d\\S{2}))?';
/** Of the server, after a noun. */
const whose =
  '(?: (?:do|da|del|de|du|della|des|der|vom|von|la|le|el|l|serv(?:idor|eur|ers|izio|icio)|servers|serwera|api|\u0441\u0435\u0440\u0432\u0435\u0440\u0430|\u0441\u0435\u0440\u0432\u0438\u0441\u0430|\u0441\u0435\u0440\u0432\u0456\u0441\u0443)){0,3}';
/** Nouns for an error. */
const errors =
  '(?:server|http|gateway|proxy)?fehler|gatewayfout|kesalahan|erreur|errore|erro|error|fout|fel|fejl|feil|virhe|b\u0142\u0105d|chyba|hatas\u0131|hata|galat|l\u1ed7i|\u043e\u0448\u0438\u0431\u043a\u0430|\u043f\u043e\u043c\u0438\u043b\u043a\u0430';
/** The same where words are not set apart. */
const easternErrors = '\u30a8\u30e9\u30fc|\u9519\u8bef|\u62a5\u9519|\u932f\u8aa4|\uc624\ub958|\uc5d0\ub7ec';
/** Participles of refusing and failing. */
const refused =
  'abgelehnt|\u00fcbersprungen|ignoriert|omitid[oa]|ignorad[oa]|verweigert|fehlgeschlagen|abgebrochen|gescheitert|scheiter(?:n|te?n?)|\u00e9chou(?:e|ent|ait|aient)|fallan?|falham?|fallisc(?:e|ono)|refus\u00e9e?|\u00e9chou\u00e9e?|rechazad[oa]|fall(?:\u00f3|ida?)|rejeitad[oa]|falhou|rifiutat[oa]|fallit[oa]|geweigerd|mislukt|nekad|misslyckades|afvist|mislykkedes|hyl\u00e4tty|ep\u00e4onnistui|odrzucon[eay]|nieudan[eay]|odm\u00edtnut\\w?|selhal\\w?|ba\u015far\u0131s\u0131z|reddedildi|ditolak|gagal|t\u1eeb ch\u1ed1i|th\u1ea5t b\u1ea1i|\u043e\u0442\u043a\u043b\u043e\u043d[\u0435\u0451]\u043d\\S{0,2}|\u0432\u0456\u0434\u0445\u0438\u043b\u0435\u043d\\S{0,2}|\u043d\u0435 \u0443\u0434\u0430\u043b(?:\u043e\u0441\u044c|\u0441\u044f)|nie powiod\u0142\\w{1,3} si\u0119|nie uda\u0142\\w{1,2} si\u0119|\u043d\u0435 \u0432\u0434\u0430\u043b(?:\u043e\u0441\u044f|\u0430\u0441\u044c)|\u043d\u0435 \u043f\u0440\u043e\u0439\u0448\u043b[\u0430\u043e\u0438]|\u043d\u0435 \u043f\u0440\u043e\u0448\u043b[\u0430\u043e\u0438]|nepoda\u0159il\\w? se|nem siker\u00fclt|\u62d2\u5426|\u5931\u6557|\u62d2\u7edd|\u5931\u8d25|\uac70\ubd80|\uc2e4\ud328';
/** What a status is called, and no other number by the same word where people speak of errors. */
const statusNouns =
  "status(?:em|ie|u|a|code|kode|kod|koodi)?|estado|estatus|statut|stato|stav|stare|durum(?: kodu)?|st[a\u00e1]tusz|\u00e1llapot(?:k\u00f3d)?|\u0441\u0442\u0430\u0442\u0443\u0441[\u0430\u043e\u043c\u0443]{0,2}|\u043a\u043e\u0434(?:\u043e\u043c|\u0430)? (?:\u043e\u0442\u0432\u0435\u0442\u0430|\u0441\u043e\u0441\u0442\u043e\u044f\u043d\u0438\u044f|\u0441\u0442\u0430\u0442\u0443\u0441\u0430)|(?:m\u00e3 )?tr\u1ea1ng th\u00e1i|\u72b6\u6001\u7801?|\u72c0\u614b\u78bc?|\u30b9\u30c6\u30fc\u30bf\u30b9(?:\u30b3\u30fc\u30c9)?|\u72b6\u614b\u30b3\u30fc\u30c9|\uc0c1\ud0dc ?(?:\ucf54\ub4dc)?|\u03ba\u03b1\u03c4\u03ac\u03c3\u03c4\u03b1\u03c3\u03b7|(?:c\u00f3digo|code|codice|kod|kode|\u043a\u043e\u0434) HTTP|c[o\u00f3]digo de (?:estado|status|resposta|respuesta|erro|error)|code (?:de (?:statut|r\u00e9ponse|retour)|d'erreur)|codice (?:di )?(?:stato|risposta|errore)";
/** Of several, the one that ended it. */
const last =
  '(?:(?:aller)?letzte[rmns]?|derni(?:er|\u00e8re)|\u00faltim[oa]|ultim[oa]|laatste|ostatni|\u043f\u043e\u0441\u043b\u0435\u0434\u043d\u0438\u0439|son|sista|senaste|sidste|siste|final)';
/** What a number of anything is called as often. */
const codeNouns =
  'code|c\u00f3digo|codice|kode?|kodem|k\u00f3d|\u043a\u043e\u0434|m\u00e3|\u4ee3\u7801|\u30b3\u30fc\u30c9|\ucf54\ub4dc';
/** That something could not be done. */
const couldNot =
  "\u043d\u0435 \u0443\u0434\u0430\u043b\u043e\u0441\u044c|\u043d\u0435 \u0443\u0434\u0430\u0451\u0442\u0441\u044f|\u043d\u0435 \u0443\u0434\u0430\u0435\u0442\u0441\u044f|no se pudo|n\u00e3o foi poss\u00edvel|impossible(?: d)?|konnte nicht|nie uda\u0142o si\u0119|\u043d\u0435 \u0432\u0434\u0430\u043b\u043e\u0441\u044f|kunde inte|kunne ikke|ei voinut|ei onnistunut|nepoda\u0159ilo se|nem siker\u00fclt|falha|falla|fallo|falhou|\u00e9chec|fehlgeschlagen|\u65e0\u6cd5|\u7121\u6cd5|\u5931\u8d25|\u5931\u6557|\uc2e4\ud328|ne pouvait pas|n'a pas pu|ne peut pas|non \u00e8 stato possibile|kon niet|kan niet|kan inte|kan ikke|ne mogu|nem lehet|nelze|nie mo\u017cna|nie mo\u017ce|\u043d\u0435 \u043c\u043e\u0433\u0443|\u043d\u0435 \u043c\u043e\u0436\u0435\u0442|\u043d\u0435 \u0441\u043c\u043e\u0433(?:\u043b\u0430|\u043b\u0438)?|\u043d\u0435 \u043c\u043e\u0436\u0443|tidak (?:bisa|dapat)|kh\u00f4ng th\u1ec3|al\u0131namad\u0131|\u3067\u304d\u307e\u305b\u3093(?:\u3067\u3057\u305f)?";
/** That something was not done, or not to its end. */
const notDone =
  '(?:\u043d\u0435|non|nicht|nie|niet|ikke|inte|n\u00e3o|ne) [^\\s()]{3,20}|interr(?:ump|omp|ott)\\w{1,5}|omess[oa]|saltad[oa]|saltat[oa]|annul[e\u00e9a]\\w{0,3}|cancelad[oa]|anulad[oa]|pospuest[oa]|adiad[oa]|wstrzyman[aeoy]|przerwan[aeoy]|pomini\u0119t[aeoy]|p\u0159esko\u010den[aoy]?|p\u0159eru\u0161en[aoy]?|zru\u0161en[aoy]?|\u043e\u0442\u043c\u0435\u043d[\u0435\u0451]\u043d[\u0430\u043e\u044b]?|\u0441\u043a\u0430\u0441\u043e\u0432\u0430\u043d[\u0430\u043e\u044b]?|\u043f\u0440\u043e\u043f\u0443\u0449\u0435\u043d[\u0430\u043e\u044b]?|\u043f\u0440\u0435\u0440\u0432\u0430\u043d[\u0430\u043e\u044b]?|\u043e\u0441\u0442\u0430\u043d\u043e\u0432\u043b\u0435\u043d[\u0430\u043e\u044b]?|atland\u0131|durduruldu|iptal edildi|overgeslagen|afgebroken|hoppades \u00f6ver|avbr(?:\u00f6ts|utet|uten)|afbrudt|sprunget over|dilewati|dibatalkan|b\u1ecb b\u1ecf qua|b\u1ecb h\u1ee7y|\u8df3\u8fc7|\u4e2d\u6b62|\u4e2d\u65ad|\u53d6\u6d88|\u30b9\u30ad\u30c3\u30d7[^\\s()]{0,6}|\uac74\ub108\ub700|\uc911\ub2e8';
/** Before what something ended with. */
const because =
  'nach|wegen|bei|auf|mit|aufgrund von|apr\u00e8s|suite (?:\u00e0|au)|\u00e0 cause du|avec|pour|por|tras|con|ap\u00f3s|depois de|devido a|com|dopo|per|a causa (?:di|dello)|po|z powodu|kv\u016fli|\u043f\u043e\u0441\u043b\u0435|\u0438\u0437-\u0437\u0430|\u043f\u0440\u0438|\u0441\u043e?|na|wegens|door|efter|p\u00e5 grund av|p\u00e5|med|setelah|karena|after|upon|on|due to|because of';
/** Of a server or what stands before one, behind the noun for an error. */
const ofGateway =
  '(?:(?: (?:de la|de|du|del|della|di|do|da|van de|van))? (?:passerelle|pasarela|gateway|puerta de enlace|bramy|bramki|\u0448\u043b\u044e\u0437\u0430|c\u1ed5ng|serveur|servidor|server|serwera|sieci|r\u00e9seau|red|rede|rete|API|\u0441\u0435\u0440\u0432\u0435\u0440\u0430|\u0441\u0435\u0442\u0438|m\u00e1y ch\u1ee7))?';
/** What was being done when an error came. */
const doing =
  "(?:bei[mn]?|w\u00e4hrend|lors d(?:e|u|es|['\u2019])|\u00e0 l(?:a|['\u2019])|en (?:cours|\\w{3,20}ant)|pendant|al|durante|mientras|tras|ao|enquanto|durante|bij|tijdens|przy|podczas|\u043f\u0440\u0438|\u0432\u043e \u0432\u0440\u0435\u043c\u044f|saat|ketika|sewaktu|khi|trong khi|vid|under|ved)(?<=['\u2019]|(?![a-z\u00c0-\u024f\u0400-\u04ff]))";
/** That a status came, or what it was for. */
const receivedOrFor =
  '(?:erhalten|bekommen|empfangen|f\u00fcr|re\u00e7ue?|obtenue?|pour|recibid[oa]|obtenid[oa]|para|recebid[oa]|obtid[oa]|ricevut[oa]|ottenut[oa]|per|ontvangen|gekregen|voor|otrzyman[oy]|dla|\u043f\u043e\u043b\u0443\u0447\u0435\u043d\S{0,2}|\u0434\u043b\u044f|diterima|untuk|nh\u1eadn|cho|mottagen|modtaget|mottatt)(?![a-z\u00c0-\u024f\u0400-\u04ff])';
/** No letter of Latin or Cyrillic before a word. */
const wordStart = String.raw`(?<![A-Za-z\u00c0-\u024f\u0400-\u04ff])`;

export const ofLanguages: readonly Sign[] = [
  before(
    'an answer before it, in another language',
    6,
    String.raw`${wordStart}(?:${answered})${fillers}[ :]{1,3}["'\u00ab\u201e(]{0,2}`,
    'il servizio ha risposto «500» alle 18',
    'il servizio ha risposte «500» alle 18',
    'i',
  ),
  before(
    'what was given back before it, in another language',
    4,
    String.raw`${wordStart}(?:${gaveBack})\S{0,6}${fillers}[ :]{1,3}["'\u00ab\u201e(]{0,2}`,
    'serwer zwr\u00f3ci\u0142 «500»',
    'serwer zwr\u00f3ci «500»',
    'i',
  ),
  before(
    'that it came before a status that everybody knows, in another language',
    6,
    String.raw`${wordStart}(?:${got})${fillers} ["'\u00ab\u201e(]{0,2}`,
    'wir bekamen «404» vom Hafen',
    'wir bekamen «404» Boote vom Hafen',
    'i',
    String.raw`(?=(?:${known}|500)${origin})`,
  ),
  before(
    'what was given back before it, where words are not set apart',
    4,
    String.raw`(?:\u8fd4\u56de|\u6536\u5230|\u5f97\u5230|\u9047\u5230|\u62a5\u51fa?|\u51fa\u73b0|\u56de\u5e94|\u56de\u50b3|\u78b0\u5230)(?:\u4e86)? ?(?:HTTP ?)?["'(]?`,
    '\u63a5\u53e3\u8fd4\u56de«500»\uff0c\u7a0d\u540e\u91cd\u8bd5',
    '\u63a5\u53e3\u8fd4\u56de«500»\u6761\u8bb0\u5f55',
    '',
    // What is counted follows at once.
    String.raw`(?=[45]\d\d(?! ?[\u6761\u4e2a\u884c\u9879\u6b21]))`,
  ),
  before(
    'what was given back before a status that everybody knows, where words are not set apart, and nothing behind it',
    6,
    String.raw`(?:\u8fd4\u56de|\u6536\u5230|\u5f97\u5230|\u9047\u5230|\u62a5\u51fa?|\u51fa\u73b0|\u56de\u5e94|\u56de\u50b3|\u78b0\u5230|\u8fd4\u3057\u305f|\ubc18\ud658)(?:\u4e86)? ?(?:HTTP ?)?["'(]?`,
    '\u63a5\u53e3\u8fd4\u56de\u4e86 \u00ab429\u00bb',
    '\u63a5\u53e3\u8fd4\u56de\u4e86 \u00ab429\u00bb \u6761',
    '',
    String.raw`(?=${known}["')]?(?:\s{0,4}$|[.,;\u3002\uff0c\u3001](?! ?\d)))`,
  ),
  before(
    'an answer before it, by its noun in another language',
    4,
    String.raw`${wordStart}(?:${answers})${unexpected}${whose}${fillers}[ :\uff1a]{1,3}["'(]?`,
    'serveur : r\u00e9ponse inattendue «500»',
    'serveur : r\u00e9ponses inattendues «500»',
    'i',
  ),
  before(
    'an error before it, in another language',
    3,
    String.raw`(?:(?:${wordStart}|-)(?:${errors})${fillers}|${easternErrors})[ :\uff1a]{1,3}["'(]{0,2}`,
    'HTTP-Fehler «502» vom Lieferanten',
    'Fehlerliste «502» vom Lieferanten',
    'i',
  ),
  before(
    'nothing but an error before it, in another language',
    5,
    String.raw`^[ \t]{0,8}(?:[-*•] )?(?:(?:${errors})(?: http)?|${easternErrors})(?: ?[:\uff1a] ?| )["'(]?`,
    'Fehler: «404»',
    'Fehlerliste: «404»',
    'i',
    String.raw`(?=[45]\d\d["')]?[.!\u3002]?\s{0,10}$)`,
  ),
  before(
    'named a code in another language',
    3,
    String.raw`${wordStart}(?:\u043a\u043e\u0434(?:\u043e\u043c)?|c\u00f3digo|codice|kodem|kod|k\u00f3d)(?: ?[:=])? `,
    '\u0421\u0435\u0440\u0432\u0438\u0441 \u043f\u0435\u0440\u0435\u0433\u0440\u0443\u0436\u0435\u043d (\u043a\u043e\u0434 «503»)',
    '\u043a\u043e\u0434\u044b «503»',
    'i',
  ),
  before(
    'a refusal before it, in another language',
    4,
    String.raw`(?:${refused})[^\n\w()\[\]]{0,4} ?[(:] ?(?=\d{3}(?:[),.;]|\s|$))`,
    'Anfrage abgelehnt («403»)',
    'Anfrage «403» abgelehnt',
    'i',
  ),
  before(
    'what could not be done before it, in another language',
    4,
    String.raw`${wordStart}(?:${couldNot})[^\n:;\uff1a]{0,60} ?[:\uff1a] ?["'(]{0,2}`,
    '\u00c9chec de la requ\u00eate : «500»',
    '\u00c9chec de la requ\u00eate ; «500»',
    'i',
    String.raw`(?=[45]\d\d(?:[,.;)]|\s*$| [^\W\d_]| \S?[\u00c0-\uffff]| [/|(\u2013-] ))`,
  ),
  before(
    'a refusal and its status before it, in another language',
    4,
    String.raw`(?:${refused}) (?:mit|com|con|avec|met|med|z|s|\u0441)${fillers} ["'(]?`,
    'les envois \u00e9chouent avec «401»',
    'les envois \u00e9chouent apr\u00e8s «401»',
    'i',
  ),
  before(
    'named a status in another language',
    5,
    String.raw`(?:(?:estado|estatus|status|statut|stato|c\u00f3digo|code|codice) (?:de (?:la |l')?|da |do |del(?:la)? |du |di )(?:resposta|respuesta|r\u00e9ponse|risposta|retorno|retour|estado|servidor|serveur)|(?:antwort|r\u00fcckgabe)(?:status|code)|\u0441\u0442\u0430\u0442\u0443\u0441(?:-\u043a\u043e\u0434)?(?: \u043e\u0442\u0432\u0435\u0442\u0430)?|\u043a\u043e\u0434 \u0441\u043e\u0441\u0442\u043e\u044f\u043d\u0438\u044f|\u30ec\u30b9\u30dd\u30f3\u30b9\u30b3\u30fc\u30c9|\u043a\u043e\u0434(?:\u043e\u043c)? (?:\u043e\u0442\u0432\u0435\u0442\u0430|\u043e\u0448\u0438\u0431\u043a\u0438|\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u0456)|c\u00f3digo (?:HTTP|de (?:status|estado|resposta|respuesta|erro|error))|code (?:de (?:statut|r\u00e9ponse|retour)|d'\u00e9tat|d'erreur|retour|HTTP)|codice (?:di )?(?:stato|risposta|errore)|kod (?:odpowiedzi|b\u0142\u0119du|statusu)|k\u00f3d (?:odpov\u011bdi|chyby)|(?:durum|hata|yan\u0131t) kodu|m\u00e3 (?:l\u1ed7i|tr\u1ea1ng th\u00e1i)|kode (?:status|galat|respons)|status(?:code|kode|kod|koodi)|\u00e1llapotk\u00f3d|st\u00e1tuszk\u00f3d|v\u00e1laszk\u00f3d|hibak\u00f3d|tilakoodi|(?:statusni|stavov\u00fd) k[o\u00f3]d|k\u00f3d odpovede|kod odgovora|cod(?:ul)? de (?:stare|r\u0103spuns|eroare)|codi d'estat|\u043a\u043e\u0434 \u043d\u0430 (?:\u0441\u044a\u0441\u0442\u043e\u044f\u043d\u0438\u0435\u0442\u043e|\u043e\u0442\u0433\u043e\u0432\u043e\u0440\u0430|\u0433\u0440\u0435\u0448\u043a\u0430\u0442\u0430)|\u043a\u043e\u0434 (?:\u0441\u0442\u0430\u043d\u0443|\u0441\u0442\u0430\u0442\u0443\u0441\u0443)|\u03ba\u03c9\u03b4\u03b9\u03ba(?:\u03cc\u03c2|\u03cc) (?:\u03ba\u03b1\u03c4\u03ac\u03c3\u03c4\u03b1\u03c3\u03b7\u03c2|\u03c3\u03c6\u03ac\u03bb\u03bc\u03b1\u03c4\u03bf\u03c2|\u03b1\u03c0\u03cc\u03ba\u03c1\u03b9\u03c3\u03b7\u03c2)|\u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2|\u0e23\u0e2b\u0e31\u0e2a\u0e2a\u0e16\u0e32\u0e19\u0e30|\u05e7\u05d5\u05d3 \u05e1\u05d8\u05d8\u05d5\u05e1|\u0631\u0645\u0632 \u0627\u0644\u062d\u0627\u0644\u0629|antwortcode|fehlercode|felkod|fejlkode|feilkode|virhekoodi|foutcode|\u72b6\u6001\u7801|\u72b6\u614b\u78bc|\u54cd\u5e94\u72b6\u6001|\u54cd\u5e94\u7801|\u8fd4\u56de\u7801|\u9519\u8bef\u7801|\u30b9\u30c6\u30fc\u30bf\u30b9(?:\u30b3\u30fc\u30c9)?|\u72b6\u614b\u30b3\u30fc\u30c9|\u5fdc\u7b54\u30b3\u30fc\u30c9|\uc0c1\ud0dc ?\ucf54\ub4dc|\uc751\ub2f5 ?\ucf54\ub4dc)(?: ?[:=\uff1a]| HTTP|HTTP)? ?`,
    'Server: c\u00f3digo de estado «502»',
    'c\u00f3digo postal «502»',
    'i',
  ),
  before(
    'a status, by its noun in another language, in brackets',
    6,
    String.raw`[(\[\uff08] ?(?:HTTP[ -]?)?(?:${statusNouns})(?: ?[:\uff1a]| HTTP)? ?`,
    'sin noticias del muelle (estado \u00ab409\u00bb), sigo',
    'sin noticias del muelle (establo \u00ab409\u00bb), sigo',
    'i',
    String.raw`(?=(?:${known}|400|500)(?: ?[)\]\uff09]|[,;](?! ?\d)))`,
  ),
  before(
    'what was not done and a code before a status that everybody knows, in brackets, in another language',
    6,
    String.raw`${wordStart}(?:${notDone}|${refused})[^\n\w()\[\]]{0,4} ?[(\[\uff08] ?(?:${codeNouns})(?: ?[:=\uff1a])? ?`,
    '\u043b\u043e\u0434\u043a\u0430 \u043d\u0435 \u043f\u0440\u0438\u0448\u043b\u0430 (\u043a\u043e\u0434 \u00ab502\u00bb)',
    '\u043b\u043e\u0434\u043a\u0430 \u043f\u0440\u0438\u0448\u043b\u0430 (\u043a\u043e\u0434 \u00ab502\u00bb)',
    'i',
    String.raw`(?=${known}(?: ?[)\]\uff09]|[,;](?! ?\d)))`,
  ),
  before(
    'a status, by its noun in another language, at the end of what is said',
    6,
    String.raw`(?:(?:${wordStart}(?:${because})|[A-Za-z\u00c0-\u024f\u0400-\u04ff\u1e00-\u1eff]{2} ?(?:[,:]| [-\u2013\u2014])) (?:${last} )?|(?:^|[\])|>:.-] {1,4}|["'])${last} )(?:HTTP[- ]?)?(?:${statusNouns})(?: (?:terakhir|akhir|cu\u1ed1i(?: c\u00f9ng)?))?[:=]? `,
    'Schluss nach Status \u00ab429\u00bb',
    'Schluss nach Station \u00ab429\u00bb',
    'i',
    String.raw`(?=${known}(?:[.!]?\s{0,4}$|[,;](?! ?\d)|["']\}?\s{0,4}$| at \S{1,80} line \d))`,
  ),
  before(
    'a status before one that everybody knows, where words are not set apart',
    6,
    String.raw`(?:\u72b6\u6001\u7801?|\u72c0\u614b\u78bc?|\u30b9\u30c6\u30fc\u30bf\u30b9(?:\u30b3\u30fc\u30c9)?|\u72b6\u614b\u30b3\u30fc\u30c9|\uc0c1\ud0dc ?(?:\ucf54\ub4dc)?)[ :\uff1a]{0,2}`,
    '\u5728\u72b6\u6001 \u00ab429\u00bb \u540e\u4e2d\u6b62',
    '\u5728\u72b6\u51b5 \u00ab429\u00bb \u540e\u4e2d\u6b62',
    '',
    String.raw`(?=${known}(?![\w.%]| ?[\u6761\u4e2a\u884c\u9879\u6b21\u4ef6\u540d\u4f4d\u500b\u53f0\uac1c\uba85\ubc88]))`,
  ),
  before(
    'a status, by its noun in another language, and that it came or what it was for behind it',
    6,
    String.raw`${wordStart}(?:${statusNouns})(?: HTTP)?[:=]? `,
    'Status \u00ab404\u00bb f\u00fcr Boot 7 erhalten',
    'Stative \u00ab404\u00bb f\u00fcr Boot 7 erhalten',
    'i',
    String.raw`(?=${known} (?:${receivedOrFor}))`,
  ),
  before(
    'an error before a status that everybody knows, and what was being done behind it, in another language',
    6,
    String.raw`(?:(?:${wordStart}|-)(?:${errors})${ofGateway} |(?:${easternErrors}|\u51fa\u9519) ?)(?:HTTP )?["'(]?`,
    'fout \u00ab503\u00bb bij opslaan',
    'fouten \u00ab503\u00bb bij opslaan',
    'i',
    String.raw`(?=${known}["')]? (?:${doing}))`,
  ),
  before(
    'an error before a status that everybody knows, in another language, and nothing behind it',
    6,
    // An error is one in English as well, with numbers of any program.
    String.raw`(?:(?:${wordStart}|-)(?!error )(?:${errors})${ofGateway} |(?:${easternErrors}|\u51fa\u9519)[:\uff1a]? ?)(?:HTTP )?["'(]?`,
    'bij opslaan een fout \u00ab503\u00bb',
    'bij opslaan an error \u00ab503\u00bb',
    'i',
    String.raw`(?=${known}(?:["')]?[.!\u3002]?\}?\s{0,4}$|["')]?[,;:\u3001\uff0c](?! ?\d)))`,
  ),
  before(
    'who refused it before a status that everybody knows, in another language',
    6,
    String.raw`(?:${refused}) (?:durch|vom|von|par|por|pel[oa]|d[ae]ll?[ao]?|door|av|af|przez|od|oleh|b\u1edfi|\u0441\u0435\u0440\u0432\u0435\u0440\u043e\u043c)(?: [a-z\u00c0-\u024f\u0400-\u04ff-]{2,20}){0,3}(?:, ?|: ?| ?\(| - )`,
    'odrzucone przez molo, \u00ab409\u00bb',
    'odrzucone przez molo \u00ab409\u00bb',
    'i',
    String.raw`(?=${known}\)?(?:[.!]?\s{0,4}$|[.;,](?! ?\d)| at \S{1,80} line \d))`,
  ),
  before(
    'what was not done and a code before a status that everybody knows, at the end, in another language',
    6,
    String.raw`${wordStart}(?:${notDone}|${refused})[^\n\w()\[\]]{0,4}(?:[,;:]| [-\u2013\u2014]) ?(?:${codeNouns})(?: ?[:=\uff1a])? `,
    '\u043b\u043e\u0434\u043a\u0430 \u043f\u0440\u043e\u043f\u0443\u0449\u0435\u043d\u0430, \u043a\u043e\u0434 \u00ab403\u00bb',
    '\u043b\u043e\u0434\u043a\u0430 \u043f\u0440\u0438\u0448\u043b\u0430, \u043a\u043e\u0434 \u00ab403\u00bb',
    'i',
    String.raw`(?=(?:${known}|[45]00)[.!]?\s{0,4}$)`,
  ),
  before(
    'who gave it back before a status, in Turkish',
    6,
    String.raw`(?:servisi?|sunucu(?:su)?|API|a\u011f ge\u00e7idi|kar\u015f\u0131 taraf|u\u00e7 nokta(?:s\u0131)?) `,
    'iskele servisi \u00ab408\u00bb d\u00f6nd\u00fc',
    'iskele servisi \u00ab408\u00bb kay\u0131k d\u00f6nd\u00fc',
    'i',
    String.raw`(?=[45]\d\d (?:d\u00f6nd\u00fc|d\u00f6nd\u00fcrd\u00fc|verdi|yan\u0131t\u0131|kodu))`,
  ),
  before(
    'what could not be done before a status that everybody knows, in another language, and nothing behind it',
    6,
    String.raw`${wordStart}(?:${couldNot})[^\n:;()\d\uff1a]{0,60}(?: ?[:\uff1a] ?| ?[(\uff08])`,
    'kunde inte lasta b\u00e5ten: \u00ab401\u00bb',
    'kunde lasta b\u00e5tar: \u00ab401\u00bb',
    'i',
    String.raw`(?=(?:${registered}|[45]00)[)\uff09]?[.!]?(?:\s{0,4}$| [/|(\u2013-] ))`,
  ),
  before(
    'whose error it is before a status that everybody knows, in another language, and nothing behind it',
    6,
    String.raw`(?:${wordStart}|-)(?!error )(?:${errors})(?: (?!ins?ge|tot)[a-z\u00c0-\u024f\u0400-\u04ff'\u2019]{1,20}){1,4} ?[:\uff1a] ?`,
    'chyba mola: \u00ab404\u00bb',
    'chyby mola: \u00ab404\u00bb',
    'i',
    String.raw`(?=${known}[.!]?\s{0,4}$)`,
  ),
  before(
    'the error that a server gave back before its status in parentheses, in another language',
    8,
    String.raw`\bWebException: [^\n(]{5,100}: \(|(?:Remoteserver|serveur distant|servidor remoto|server remoto|externe server|zdalny|Fj\u00e4rrservern|eksterne server|Uzak sunucu|Vzd\u00e1len\u00fd server|\u0423\u0434\u0430\u043b[\u0435\u0451]\u043d\u043d\u044b\u0439 \u0441\u0435\u0440\u0432\u0435\u0440|\u0412\u0456\u0434\u0434\u0430\u043b\u0435\u043d\u0438\u0439 \u0441\u0435\u0440\u0432\u0435\u0440|\u8fdc\u7a0b\u670d\u52a1\u5668|\u9060\u7aef\u4f3a\u670d\u5668|\u30ea\u30e2\u30fc\u30c8 \u30b5\u30fc\u30d0\u30fc)[^\n(]{3,60}: ?\(`,
    'De externe server heeft een fout geretourneerd: (\u00ab400\u00bb) Ongeldig',
    'De interne server heeft een fout geretourneerd: (\u00ab400\u00bb) boten',
    '',
    String.raw`(?=[45]\d\d\))`,
  ),
  before(
    'which answer it was before a status, in another language',
    6,
    String.raw`${wordStart}${last} (?:${answers}|${statusNouns}|${errors}) (?:was|war|era|est|\u00e9tait|fue|foi|var|by\u0142[ao]?|byl[ao]?|\u0431\u044b\u043b[\u0430\u043e]?|is|ist|\u00e8) (?:(?:een?|eine?|une?|uma?|ett?|en) )?(?:HTTP )?`,
    'laatste antwoord was een \u00ab428\u00bb',
    'laatste antwerp was een \u00ab428\u00bb',
    'i',
    String.raw`(?=[45]\d\d(?:\s{0,4}$|[.,;)]))`,
  ),
  before(
    'a status that was not expected before it, in another language',
    6,
    String.raw`${wordStart}(?:(?:${statusNouns}) (?:inesperad[oa]|inattendue?|inattes[oa]|inv\u00e1lid[oa]|invalide|onverwachte?|nieoczekiwany|neo\u010dek\u00e1van\u00fd|\u043d\u0435\u043e\u0436\u0438\u0434\u0430\u043d\u043d\u044b\u0439|inesperadamente)|(?:unerwartete[rsn]?|onverwachte?|nieoczekiwany|neo\u010dek\u00e1van\u00fd|\u043d\u0435\u043e\u0436\u0438\u0434\u0430\u043d\u043d\u044b\u0439|\u043d\u0435\u043e\u0447\u0456\u043a\u0443\u0432\u0430\u043d\u0438\u0439|beklenmeyen|uventet|ov\u00e4ntad|odottamaton|inesperad[oa]|inattes[oa]) (?:HTTP[- ]?)?(?:${statusNouns}))(?: HTTP)?(?: ?[:=])? `,
    'status inesperado \u00ab400\u00bb',
    'status inespecial \u00ab400\u00bb',
    'i',
    String.raw`(?=[45]\d\d(?![\w.%]))`,
  ),
  after(
    'what was being done after it, in another language',
    3,
    String.raw` (?:al|lors d|ao|beim|bei|podczas|durante|tijdens|\u043f\u0440\u0438)(?:[ e'])`,
    'Erreur «404» lors de l\u2019appel',
    'Erreur «404» de l\u2019appel',
    'i',
  ),
  before(
    'a count or a limit before it, in another language',
    -9,
    String.raw`${wordStart}(?:kontingent|anzahl|gesamt|summe|bestand|h\u00f6chstens|quota|nombre|totale?|cuota|cantidad|cota|quantidade|quantit\u00e0|l[i\u00ed]mites?|aantal|limiet|liczba|limit|\u043b\u0438\u043c\u0438\u0442|\u043a\u0432\u043e\u0442\u0430|\u0432\u0441\u0435\u0433\u043e|\u043a\u043e\u043b\u0438\u0447\u0435\u0441\u0442\u0432\u043e|kota|toplam|say\u0131|kuota|jumlah|batas|t\u1ed5ng|h\u1ea1n m\u1ee9c|s\u1ed1 l\u01b0\u1ee3ng) ?[:=] ?`,
    'Fehler beim Laden, Anzahl: \u00ab503\u00bb',
    'Fehler beim Laden, Anstalt: \u00ab503\u00bb',
    'i',
  ),
  after(
    'things are counted, where words are not set apart',
    -9,
    String.raw` ?[\u6761\u4e2a\u884c\u9879\u6b21\u4ef6\u540d\u4f4d]`,
    '\u8fd4\u56de «500» \u6761\u8bb0\u5f55',
    '\u8fd4\u56de «500» \u9519\u8bef',
  ),
  after(
    'who answered it after it, in another language',
    3,
    String.raw` (?:\u043e\u0442|vom|von|del?|do|da|du|od|av|fra|fr\u00e5n) (?:\u0441\u0435\u0440\u0432\u0435\u0440\u0430|\u0441\u0435\u0440\u0432\u0438\u0441\u0430|(?:server|servidor|serveur|serwera|serveren|servern|API)\b)`,
    'Fehler «503» vom Server',
    'Fehler «503» vom Dach',
    'i',
  ),
  after(
    'called an answer or an error after it, in another language',
    4,
    String.raw`["'\u00bb)]? ?(?:[\uc744\ub97c\uc774\uac00\ub85c] ?(?:\ubc18\ud658|\uc751\ub2f5|\ub3cc\ub824|\ubc1b)|\u304c\u8fd4|\u3092\u8fd4|\u3067\u5931\u6557|\u30a8\u30e9\u30fc|\u5fdc\u7b54|\u30ec\u30b9\u30dd\u30f3\u30b9|\uc751\ub2f5|\uc624\ub958|\uc5d0\ub7ec|\u9519\u8bef|\u932f\u8aa4|\u54cd\u5e94|\u72b6\u6001|hatas\u0131|durum(?:u|kodu)|d\u00f6nd\u00fcrd\u00fc|d\u00f6nd\u00fc|yan\u0131t\u0131|zur\u00fcck(?:gegeben)?\b)`,
    '\u30b5\u30fc\u30d0\u30fc\u304b\u3089 «503» \u304c\u8fd4\u3055\u308c\u307e\u3057\u305f',
    '\u30b5\u30fc\u30d0\u30fc «503» \u53f0',
    'i',
  ),
  ofLine(
    'subject',
    'words of the web on the line, in other languages',
    2,
    String.raw`(?:serv(?:idor|eur|er[aien]|izio)|serwer|sunucu|palvelin|palvelim|m\u00e1y ch\u1ee7|dienst|servicio|servi\u00e7o|\u0441\u0435\u0440\u0432\u0435\u0440|\u0441\u0435\u0440\u0432\u0438\u0441|pedido|solicitud|peti\u00e7\u00e3o|requ\u00eate|anfrage|schnittstelle|abruf|aufruf|richiesta|verzoek|f\u00f6rfr\u00e5gan|foresp\u00f8rgsel|\u017c\u0105dani|po\u017eadav|istek|iste\u011fi|permintaan|y\u00eau c\u1ea7u|\u0437\u0430\u043f\u0440\u043e\u0441|\u0437\u0430\u043f\u0438\u0442|\u8bf7\u6c42|\u63a5\u53e3|\u670d\u52a1\u5668|\u4f3a\u670d\u5668|\u30b5\u30fc\u30d0|\u30ea\u30af\u30a8\u30b9\u30c8|\u63a5\u7d9a|\uc11c\ubc84|\uc694\uccad)`,
    'el servidor: «502»',
    'el serviente: «502»',
    'i',
  ),
  ofLine(
    'trouble',
    'words of trouble on the line, in other languages',
    1,
    String.raw`(?:${wordStart}|-)(?:${errors})|${easternErrors}|${refused}|falha|fallo|\u00e9chec|\u043e\u0448\u0438\u0431\u043a|\u5931\u8d25|\u5931\u6557|\u91cd\u8bd5|\u518d\u8a66\u884c|\u043f\u043e\u0432\u0442\u043e\u0440`,
    'falha: «500»',
    'folha: «500»',
    'i',
  ),
];
