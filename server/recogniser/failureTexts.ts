/** Tells by its words that a text is about something that went wrong, and by its name that a field has such a text. */

/** Whose message it is, or whom it is for: `developerMessage`, `user_msg`, `resultMessage`. */
const whose =
  '(?:dev|developer|internal|external|technical|debug|system|sys|user|end_?user|client|customer|public|human|friendly|display|short|full|long|detail(?:ed)?|localized|default|server|service|api|http|status|return|ret|result|response|resp|rsp|res|reply|fault|fail(?:ure)?|err(?:or)?|exception|validation)';
/** What people call the text of an error, in several languages. */
const message =
  'messages?|msgs?|mensaje|mensagem|messaggio|nachricht|meldung|melding|meddelande|besked|komunikat|wiadomosc|mesaj|mesaji|pesan|zprava|poruka|uzenet|сообщение|ошибка|описание|消息|信息|错误|错误信息|訊息|錯誤|提示|メッセージ|エラー|메시지|오류';
/** What people call an error, in other languages than English. */
const error =
  'erro|erreur|errore|fehler(?:meldung)?|fout|fel|fejl|feil|blad|chyba|hiba|hata|kesalahan|грешка|помилка|errors?_?list|exception_?(?:name|type|class)';
const nameOfText = new RegExp(
  `^(?:${whose}[_.-]?){0,2}(?:${message})$|^(?!status_?text$)(?:${whose}[_.-]?){1,2}(?:desc|description|descripcion|descricao|text|explanation)$|^(?:${error})$|^(?:msg|message|error|err|erro|erreur|mensaje|mensagem)[_.-]?(?:text|desc|description|descripcion|descricao|detail|details|detalhe|detalle|info|string|str|body|reason|title|en|es|pt|fr|de|zh|cn|user|dev)$|^(?:errorlabels|errorresponse|error_response)$`,
);

/** Whether a field of this name, in lower case and without accents, has the text of an error: `developerMessage`, `mensaje`, `errorDesc`. */
export function isNameOfErrorText(key: string): boolean {
  return nameOfText.test(key);
}

/** Whether a field of this name, in lower case and without accents, is an error, in another language than English. */
export function isForeignNameOfError(key: string): boolean {
  return nameOfError.test(key);
}

const nameOfError = new RegExp(`^(?:${error})$`);

/** A name in lower case, without the accents of its letters. */
export function plainName(name: string): string {
  const lower = name.toLowerCase();
  return /^[\x20-\x7e]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
}

/** Words of the languages that put blanks between them, each a whole word. */
const words = [
  // English
  "errors?|fail(?:ed|ure|s|ing)?|invalid|not (?:been )?(?:found|allowed|valid|available|authori[sz]ed|authenticated|permitted|supported|exist|acceptable|implemented|reachable|match)|(?:does|did|do|is|are|was|has)(?: not|n'?t)|can(?:not|'t| not)|could(?: not|n'?t)|unable|denied|unauthori[sz]ed|unauthenticated|forbidden|missing|too (?:many|large|long|short)|exceed(?:ed|s)?|expired|unavailable|time(?:d)?[ -]?out|bad|wrong|incorrect|already (?:exists?|taken|in use|registered|used)|required|must|reject(?:ed)?|refused|unsupported|unexpected|unknown|conflicts?|no such|no [\\w ]{1,30} found|throttl\\w{1,4}|malformed|insufficient|illegal|mismatch|exception|crashed|revoked|suspended|try again|rate[ -]?limit(?:ed)?",
  // Spanish, Portuguese, Italian, French
  'erro(?:re|s)?|errores|erreurs?|n(?:o|ão|ao|on) (?:se )?(?:encontrad[oa]s?|autori[sz]ad[oa]|existe|v[aá]lid[oa]|permitid[oa]|pud[oe]|encontr\\w{1,4}|puede|tienes?|foi|pode|possui|trovat[oa]|autorizzat[oa]|esiste|consentit[oa]|trouvée?|autorisée?|valide)|inv[aá]lid[oaeé]s?|incorret[oa]s?|incorrect[oa]?s?|falt(?:a|an|ando|ou)|fall[oóa]|falhou|falha|fallit[oa]|(?:de)?negad[oa]|prohibid[oa]|proibid[oa]|obligatori[oa]|obrigat[oó]ri[oa]|requerid[oa]|excedid[oa]|(?:ya|já|ja) existe|expirad[oa]|expirou|introuvable|refusée?|interdit|impossible|manquante?|échec|échouée?|vietato|mancante|scadut[oa]',
  // German, Dutch, Scandinavian, Polish, Czech
  'fehler\\w{0,10}|nicht|ungültig\\w{0,2}|fehlgeschlagen|verweigert|verboten|fehlt|abgelaufen|falsch\\w{0,2}|fout|niet|ongeldig\\w{0,2}|mislukt|geweigerd|verboden|ontbreekt|ogiltig|misslyckades|ikke|ugyldig|fejl|błąd|nie (?:znaleziono|można|istnieje|udało)|nieprawidłow\\w{1,3}|brak|odmowa|zabronion\\w{1,3}|chyba|nenalezen\\w?|neplatn\\w{1,2}',
  // Turkish, Indonesian, Vietnamese
  'hatas?[ıi]?|bulunamad\\w{1,2}|geçersiz|yetkisiz|başarısız|reddedildi|eksik|yanlış|gagal|kesalahan|tidak|salah|sudah (?:ada|terdaftar)|ditolak|lỗi|không|thất bại|từ chối|hết hạn',
  // Russian, Ukrainian
  'ошибк\\p{L}{0,3}|не|неверн\\p{L}{1,3}|некорректн\\p{L}{1,3}|недоступ\\p{L}{1,3}|запрещ\\p{L}{1,4}|отказано|помилк\\p{L}{0,2}|невірн\\p{L}{1,3}',
].join('|');
/** Those of the languages that do not. */
const parts =
  '错误|錯誤|失败|失敗|未找到|找不到|不存在|无效|無效|未授权|异常|異常|超时|逾時|不能|无法|無法|过期|過期|不正确|缺少|已存在|没有权限|拒绝|频繁|繁忙|エラー|見つかりません|無効|不正|できません|ありません|오류|실패|없습니다|잘못|유효하지|만료|خطأ|فشل|غير|خطا|ผิดพลาด|ไม่พบ|ไม่ถูกต้อง|ล้มเหลว|שגיאה|त्रुटि';
const failure = new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])|${parts}`, 'iu');

/** How much of a text is looked at, in UTF-16 units. */
const longest = 400;

/** Whether a text speaks of something that went wrong, in one of the languages that many APIs answer in. */
export function tellsOfFailure(text: string): boolean {
  return failure.test(text.slice(0, longest));
}
