import { otherServices } from './sign';

/** Words that speak of a number beside them as a status, for `spokenOf.ts`. */

/** Words before a status: what answered with it, and what may stand between. */
export const before = new Set(
  (
    'last no een une ein eine uma un um ett et again kodem koden kodom panic stanem statusem statusom s noch immer weiterhin toujours sigue en continua ainda steeds altijd nadal masih war fue foi era was restituisce geeft zwraca da z wieder erneut encore vez novo nuovo ancora weer znowu ponownie lagi passerelle pasarela gatewayfout gatewayfehler kesalahan terakhir luck joy dice treating treated tolerating swallowing suppressing ignoring retrying retry still x oops ouch ugh hmm boom damn argh yikes welp nope sorry as rendered serving served bekam bekamen bekommen erhielt erhalten obtenu obtuvo recibimos recibido recibo recebemos recebeu recebido obteve ricevuto riceve ottenuto kreeg kregen ontving ontvangen fick mottog fik modtog fikk mottok sai saimme otrzymano mendapat mendapatkan menerima into giving serving throwing replying spitting bounced bounces drew met earned told spat spits barfed yielded yields landed came come comes over upon after return returned returns returning encountered now responding answering replying inesperada inesperado inattendue inattesa inatteso back got get gets received receives receiving gave gives said says saw sent sends ' +
    'sending wrote writes threw throws hit fail failed fails failing failure reject rejected rejects rejecting ' +
    'rejection refused refuses refusal denied denies block blocked blocks errored throttled unexpected found was back ' +
    'with by a an the http https code status error err response resp server unsuccessful as us only just another again ' +
    'responded responds responding replied replies replying answered answers answering answer reply outcome rsp is of invalid ' +
    'unacceptable exception fault actual it actually cod client ' +
    'instead but and or nor assert reason result xx get post put patch delete head options connect trace propfind ' +
    'unauthenticated in int sc st rc ret res result up because aborted expired cancelled declined dropped entity found requests forbidden unauthorized unavailable timeout gateway conflict ' +
    'antwortete antwortet antwort lieferte meldet meldete dienst respondeu retornou devolveu devuelve renvoie respuesta ' +
    'resposta risposto risponde risposta restituito antwoordde antwoordt antwoord svarade svarar svarede svarer svar ' +
    'vastasi palautti returnerade returnerede odpowiada odpowiedzi membalas menjawab mengembalikan respons estado estatus statut statuskod statuskode statuskoodi statusem statusie statusu stav stare ' +
    'stato durum kodu kod kode codice codigo erro errore fehler erreur fout fel fejl feil virhe chyba hata galat mit com ' +
    'con avec met med dengan retour operation call fetch upload download query login api upstream backend origin gateway ' +
    'sende schicke envoie enviando envio invio stuur skickar sender completed expected want wanted that getting seeing hitting see eq eql equal ok promise down offline unhealthy unreachable failing broken limited throttled ratelimited'
  ).split(' '),
);

/** What answers, before a colon: `Slack API: 429`. */
export const answering = new Set(
  'api server upstream backend endpoint gateway proxy webhook request response service origin'.split(' '),
);

/** Services by their names, before a number that may be what they answered: `stripe 402 on charge 12`. */
export const services = new Set(
  [
    'axios',
    'httpx',
    'aiohttp',
    'undici',
    'superagent',
    'needle',
    'guzzle',
    'faraday',
    'okhttp',
    'retrofit',
    'reqwest',
    'xhr',
    'ajax',
    'curl',
    'wget',
    'twitter',
    'xquik',
    'postpeer',
    'couch',
    'couchdb',
    'couchbase',
    ...otherServices.split('|'),
  ].filter((name) => /^[a-z]+$/.test(name)),
);

/** Words after a status: who answered, what it is called, what is done about it. */
export const after = new Set(
  (
    'out suddenly yet once using serving showing keeping reusing taking switching proceeding pausing going moving carrying requeueing requeuing requeued postponing postponed deferring deferred again during still ontvangen gekregen otrzymano diterima durumu bei beim bij przy podczas al ao saat khi durante pendant read client server get post put patch delete head options http https from for on at while when by to response status ' +
    'reply error errors attempt try rate too throttled throttling throttle forbidden unauthenticated unauthorized unauthorised not unavailable denied bad ' +
    'overloaded retry retrying retries re will sleep sleeping wait waiting back backing refresh refreshing giving give ' +
    'skip skipping abort aborting mark marking try trying fall falling reconnect renew login logging check checking ' +
    'unknown blocked rejected returned erhalten bekommen is internal service gateway request payment method conflict gone length precondition payload uri ' +
    'unsupported range expectation proxy content misdirected unprocessable locked failed upgrade variant insufficient ' +
    'loop network enhance no bandwidth site web connection origin ssl railgun a an application received occurred happened page'
  ).split(' '),
);
/** Words after which an address, a method or who answered must follow. */
export const prepositions = new Set('from for on at while when by to'.split(' '));
/** Words behind amounts, and before the whole of a part. */
export const units = new Set('kb mb gb tb kib mib gib px pt km kg cm mm hz min sec bit byte of out'.split(' '));
