/**
 * How often two characters follow each other in logs: a letter for each pair, `a` for one in a million, `b` for twice as
 * often, and so on. Counted by `pairFrequency.generate.mjs` over our corpus and generated logs.
 */
const classes = 'abcdefghijklmnopqrstuvwxyz0 "\'`-_.,:;/\\=<>()[]{}|@#%&*+?!$~^';
const levels = [
  'hhklhklajaelmjamalimiiefjbkiheagcibhajabaaadabaaaaabaaaaaaaa',
  'jhhhkhackejhaahbacibjaabfakigcagaecdagacaaaeacaaaaaaaaaaaaaa',
  'lhhhlhalfdjieamiagjjiaaadakjhaagbgbeaibdaacdacaaaaaaaaaaaaaa',
  'jhhkmhddiaciddjfakgdkaaafakmmgbgfffgbeckabgeicaabbaaaaabaaaa',
  'lkkmkjgbjdbmkleklnmmgmkliakmmgbjglehikdlachecfaaaaaaaaagaaaa',
  'khhhihabjabjbalcaicieacacakjgaagaiabaaaaaaadacaaaaabaaaaaaaa',
  'jbiambidiaadcdkbafdedadabddkkcahcgcebibkabccagaaaaaaaaagaaaa',
  'kacclaaaiabcbaldbiameaaadieiedajccadaiadaaacacaaaaaaaaabaaaa',
  'ggkmiefaaajlmnkjbgklafadakdfcaajchccakabaaaaaaaaaabaaaaaaaaa',
  'iaaafaaaaaaaaaicaajadaaaaaaaaaaaacaaaaaaaaaaabaaaaaaaaaaaaaa',
  'efbalacijaaaaciiaahciaaaaaciebacdeccadakaabbaaaaaaaaaaaaaaaa',
  'kibfniadmablcaleadiijcaafabilcaddeifaibkabgbaeaaaaaaaaagaaaa',
  'jebinbiajbajeclmaamdeabccacijbaddhijajababbcaaaaaaabaabaaaaa',
  'kcgkmklciaefcilfaekligccfaeljfaiihcgbiceaahdbcaaabaaaaahabba',
  'ikildjkcidkglmkhamlkjliiijckkaadcdakaeadaaaiafaabiaaaaaaaaaa',
  'lbeiiadjlacleimlakkhjaaejaihkcaddkbfambbaacbedaaabaaaaaaaaaa',
  'aaaaaaaabaadaaabaaabkaaaaaccjaabaaadaaacaaaabaaaaaaaaaaaaaaa',
  'kgjjmdfdkakkfklebkklilcdjadlkdaijkciafblaadcbgaacabaaaaacaaa',
  'kckdndlklaiidcikdjkngddaiadlkeafejijaldlacdfbeaaaaabaaaiaaia',
  'meiimeclmbagjjlmallmlajchammleajgiehakclaahgdgaaabaaaaagaaaa',
  'iifdkdjbgaajfjcjalmkabaiabciacaaacaaacaaaaaacaaaaaaaaaaaaaaa',
  'jacamacajaabcadaaaaaaaaaaaijbaabababalaaaaaaaaaaaaaaaaaaaaaa',
  'kaackabeiaacaekbaifbaakbdabibaacajabacabaaaaaaaaaaaaaaaaaaaa',
  'kehejeabgaaacaaffbbgaaaciakiceafdiabaeaaaaaiaaaaaaaaaaaaaaaa',
  'caccfaaadaaidfghaciiaaaaaabkjcahdfdeaebeaabbifaaaaaaaaaaaaaa',
  'eaaakaaajaabaacaaaaaaaaaabalkaaaaabaaaaaaaaaaiaaaaaaaaagaaaa',
  'kkkkkkbcadeakcaaabfmcabjamronfanjomoimicacckclalcabekafgaaaa',
  'ljmjjkjlliimlkllikmmjjkjgconniemcdafblcffdlcldlffdfbaekaadca',
  'jikkkjlklcilljelbllllciedalndaakacnoakabaaaabedkaaaaaaaaaaaa',
  'dbfedcbdfbbdeccdaddedabdcafgaaaaacggabaaaaafaccdaaaaaaaaaaaa',
  'aaaabaaaaaaaaaaaabaaaaaaaabdaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'hhhhihjdjabgdcdiajeeddjbaanmkaakaaacaaaaafaaabaaaaaaaaaaaaaa',
  'edfddeacfaadiebdceefccbaaakaaaaacaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'igkdjekihkbgfeejcihhcbggaaoifdaabgbaacbabaabbaaaaaaaaaaaaaaa',
  'aacaaaaaaaaabaaaaaaaaaaaaagmnaabaaaaaaeaaaabaaaaaaaaaaaaaaaa',
  'ddcbdbabdaacccabaccdcaaaaaomnaadaaaeajdaaaaafalaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaabjaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'kehjieeiidbjjlijbikjjiheaanhfbacbbaaajaaabaaaaaaabaaaaagaaaa',
  'aababaaaaaaabiabaacbaaacaaaagaaaaaaaaagaaaaaaaaaaaaaaaaaaaaa',
  'hhbiebdejbabcdbhadkhcaidaanfkcacaaaaadchbeaacadaaaaaaaaaaaaa',
  'cbaaaaabaaaacbaaaaabaaaaaaceaaacaaaaabaaaaaaaaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaadgbbaaaabbaaaaccaaaaaaaaaaaaaaaaaa',
  'dcfccccfjaibhdciagegdbfiaaicacaaaaaaahaaaaafbaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaldbbaaidgaaabaaacabaaaabaaaaaaaaa',
  'ffddeaedgaacdcdfafgfcagbaaldebabaaaaababaaaaadgaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaalaaaaacejaaadababeaafaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaabaaaaaafmfaaaaaaaadaaaaaaaacaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaalccaaaakaaacaaaaaagajaaaaaaaaaaaa',
  'aabaaaaabaaaaaaaaabaaaaaaabfaaaaaaaaaaaaaaaaaaaabaaaaaaaaaaa',
  'baaacaaaaaaaaaaaaacaaaaaaaicaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaabaaaafbaaaaaaaaaaaaaaaabaaaaabaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaedaaaaaaaaaaaaaaaaabaaaaaaaaaaaaaa',
  'aabaaaaaaaaaaaakaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaabeaaaaaaaaaaaaaaaaaaaaaaaaagaaaaaa',
  'aabaaaaaabaaaaaaaaaaaaaaaakdaaaaaaaaaaaaaaaaaaaaaaaaaafaaaaa',
  'aaaaaaaakaaabaacbaaacaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaadaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaacaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaiaaaaaaaaaaaaaaaabaaaaaaaaaaaaaaa',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
].join('');

const classOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  const found = classes.indexOf(String.fromCharCode(byte).toLowerCase().replace(/\d/, '0'));
  return found < 0 ? classes.indexOf(' ') : found;
});

/** How often a byte follows another: how many times one in a million is doubled. */
export function pairLevel(first: number, second: number): number {
  return levels.charCodeAt((classOf[first] ?? 0) * classes.length + (classOf[second] ?? 0)) - 97;
}

/** How often a byte follows another, in millionths of all pairs of bytes. */
export function pairFrequency(first: number, second: number): number {
  return 1 << pairLevel(first, second);
}
