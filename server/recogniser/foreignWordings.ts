/**
 * What people write for a status in other languages than English, and no other thing is called so: parts of patterns in small
 * letters, tried at the beginning of a word. German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish,
 * Indonesian, Vietnamese, Chinese, Japanese and Korean.
 */
export const foreignWordings: ReadonlyMap<string, string> = new Map([
  ['400', 'ungültige anfrage|fehlerhafte anfrage|requête (?:incorrecte|invalide)|mauvaise requête|(?:solicitud|petición) (?:incorrecta|inválida|no válida)|requisição inválida|richiesta non valida|ongeldig verzoek|(?:неверный|некорректный) запрос|geçersiz istek|permintaan (?:tidak valid|salah)|yêu cầu không hợp lệ|参数错误|请求(?:无效|错误)|错误的请求|无效的?请求|不正なリクエスト|잘못된 요청'],
  ['401', 'nicht (?:angemeldet|autorisiert|authentifiziert)|non (?:autoris|authentifi|connecté)|no (?:autorizad|autenticad)|não (?:autorizad|autenticad)|niet (?:geautoriseerd|aangemeld)|не ?авториз|yetkisiz|tidak terautentikasi|belum login|chưa đăng nhập|未授权|未登录|未认证|登录(?:已)?(?:过期|失效)|token ?(?:已)?(?:过期|失效)|認証|인증|로그인이 필요'],
  ['403', 'zugriff verweigert|verweigert|keine berechtigung|verboten|interdit|accès refusé|denegad|prohibid|sin permisos?|proibid|negad|acesso negado|vietato|accesso negato|geen toegang|brak dostępu|запрещ|нет доступа|yasak|erişim reddedildi|akses ditolak|dilarang|không có quyền|禁止|无权|权限|拒绝访问|権限|アクセス拒否|권한|접근 (?:거부|금지)'],
  ['404', 'nicht gefunden|introuvable|(?:non|pas) (?:été )?trouvée?|no (?:se )?encontr|não (?:foi )?encontrad|non trovat|niet gevonden|nie znaleziono|не ?найден|не существует|bulunamadı|tidak ditemukan|không tìm thấy|未找到|找不到|不存在|見つかり|見つから|찾을 수 없|존재하지 않'],
  ['405', 'methode nicht erlaubt|méthode non autorisée|método no permitido|método não permitido|метод не (?:разрешён|поддерживается)|方法不(?:允许|被允许)|许可されていないメソッド|許可されていないメソッド|허용되지 않은 메서드'],
  ['408', 'zeitüberschreitung der anfrage|délai d.attente|请求超时|リクエストがタイムアウト|요청 시간 초과'],
  ['409', 'konflikt|bereits vorhanden|existe déjà|conflicto|ya existe|já existe|conflitto|конфликт|уже существует|sudah (?:ada|terdaftar)|đã tồn tại|冲突|已存在|競合|既に存在|충돌|이미 존재'],
  ['422', 'validierungsfehler|erreur de validation|error de validación|erro de validação|ошибка валидации|验证失败|校验失败|検証エラー|유효성'],
  ['429', 'zu viele (?:anfragen|aufrufe)|trop de requêtes|limite de requêtes|demasiad[ao]s (?:solicitudes|peticiones|llamadas|intentos)|(?:limite|límite) de (?:requisições|taxa|solicitudes|peticiones)(?: [a-zçãõáéí]{1,14})?|muitas (?:requisições|tentativas|solicitações)|troppe richieste|te veel verzoeken|zbyt wiele żądań|слишком много [а-яё]{1,14}|превышен[а-яё]{0,3} лимит(?: [а-яё]{1,14})?|çok fazla istek|terlalu banyak permintaan|quá nhiều yêu cầu|限流|频率|过多|频繁|レート制限|リクエスト(?:が多すぎ|過多)|요청이 너무 많|너무 많은 요청'],
  ['500', 'interner (?:server)?fehler|serverfehler|erreur (?:interne|serveur|du serveur)|error (?:interno|del servidor)|erro (?:interno|no servidor)|errore (?:interno|del server)|serverfout|błąd serwera|внутренняя ошибка|ошибка сервера|sunucu hatası|kesalahan server|lỗi máy chủ|服务器(?:内部)?(?:错误|异常)|内部错误|サーバー?(?:内部)?で?エラー|서버 (?:오류|에러)'],
  ['502', 'mauvaise passerelle|puerta de enlace|网关错误|网关异常|不正なゲートウェイ|게이트웨이'],
  ['503', 'nicht (?:verfügbar|erreichbar)|indispon|no disponible|non disponibile|niet beschikbaar|недоступ|не доступ|tidak tersedia|不可用|维护|繁忙|利用できません|メンテナンス|사용할 수 없|이용할 수 없|점검'],
  ['504', 'zeitüberschreitung|délai|tiempo de espera|tempo (?:limite|esgotado)|таймаут|время ожидания|网关超时|超时|タイムアウト|시간 초과'],
]); // prettier-ignore

/** The beginning of a word in letters that are parted by blanks. */
export const startOfForeign = String.raw`(?<!\p{Script=Latin}|\p{Script=Cyrillic})`;

const patterns = new Map(
  [...foreignWordings].map(([status, words]): [string, RegExp] => [
    status,
    new RegExp(`${startOfForeign}(?:${words})`, 'iu'),
  ]),
);

/** Whether a text says what a status means in another language than English. */
export function isMeantAbroad(status: string, text: string): boolean {
  return patterns.get(status)?.test(text) ?? false;
}
