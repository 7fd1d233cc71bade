import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportJWK } from 'jose'
import type { ErrorCode } from '../../../contract/errors.js'
import { CLAIMS } from '../../../gateway/identity/claims.js'
import { forge, goodClaims, ISSUER, jwk, seconds, sign, signText, TEXAS_PD } from './tokens.js'

/** A token that no honest issuer of Ohio's users sends; `what` completes "a token that …". */
export interface Attack {
  readonly what: string
  readonly token: () => Promise<string> | string
  readonly code: ErrorCode
}

const attack = (what: string, token: Attack['token'], code: ErrorCode): Attack => ({ what, token, code })
/** The attacker's. */
export const own = generateKeyPairSync('ed25519')
export const ownJwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'EdDSA' }

/** The key of the published set as the bytes of a shared secret, which a careless verifier takes it for. */
const signedWithPublicKey = () => {
  const token = forge({ alg: 'HS256', kid: 'one' }, goodClaims).slice(0, -1)
  return `${token}.${createHmac('sha256', Buffer.from(jwk.x ?? '', 'base64url'))
    .update(token)
    .digest('base64url')}`
}

const brought = (header: Record<string, unknown>) => () => sign({}, own.privateKey, header)
const withKid = (kid: unknown) => () => forge({ alg: 'EdDSA', kid }, goodClaims, 'AAAA')
/** As the issuer itself would sign it, were it careless. */
const payloadText = (text: string) => () => signText('{"alg":"EdDSA","kid":"one"}', text)
/** Without its closing brace. */
export const good = JSON.stringify(goodClaims).slice(0, -1)

/** Against the hub of `tokens.ts`, at its time. */
export const ATTACKS: readonly Attack[] = [
  attack(
    'mints a viewer of another State',
    () => sign({ [CLAIMS.jurisdiction]: 'US-TX', [CLAIMS.agency]: TEXAS_PD }),
    'ISSUER_NOT_AUTHORIZED',
  ),
  attack(
    'mints a federal viewer',
    () => sign({ [CLAIMS.jurisdiction]: 'US-FED', [CLAIMS.jurisdictionClass]: 'FEDERAL' }),
    'ISSUER_NOT_AUTHORIZED',
  ),
  attack(
    'mints a tribal viewer',
    () => sign({ [CLAIMS.jurisdiction]: 'TRIBE-RIVER', [CLAIMS.jurisdictionClass]: 'TRIBAL' }),
    'ISSUER_NOT_AUTHORIZED',
  ),
  attack(
    "puts its own viewer into another State's agency",
    () => sign({ [CLAIMS.agency]: TEXAS_PD }),
    'TOKEN_CLAIMS_INVALID',
  ),
  attack(
    'says that its State is federal',
    () => sign({ [CLAIMS.jurisdictionClass]: 'FEDERAL' }),
    'TOKEN_CLAIMS_INVALID',
  ),
  attack(
    'mints a role that it was not given',
    () => sign({ [CLAIMS.roles]: ['AUDITOR'], [CLAIMS.purpose]: 'hub:AUDIT' }),
    'ISSUER_NOT_AUTHORIZED',
  ),
  attack('says the name of another issuer', () => sign({ iss: 'https://idp.evil.example' }), 'TOKEN_ISSUER_UNKNOWN'),
  attack("says a trusted issuer's name with a slash more", () => sign({ iss: `${ISSUER}/` }), 'TOKEN_ISSUER_UNKNOWN'),
  attack('is several issuers', () => sign({ iss: [ISSUER, 'https://idp.evil.example'] }), 'TOKEN_CLAIMS_INVALID'),
  attack("says the demo's name", () => sign({ iss: 'https://demo.comity.invalid' }), 'DEMO_TOKEN_REFUSED'),

  attack('is not signed: alg none', () => forge({ alg: 'none' }, goodClaims), 'TOKEN_UNSIGNED'),
  attack('is not signed: alg nOnE', () => forge({ alg: 'nOnE' }, goodClaims, 'AAAA'), 'TOKEN_UNSIGNED'),
  attack('is not signed: no alg', () => forge({ kid: 'one' }, goodClaims, 'AAAA'), 'TOKEN_UNSIGNED'),
  attack('is not signed: the signature cut off', async () => (await sign()).replace(/[^.]+$/, ''), 'TOKEN_UNSIGNED'),
  attack('is signed with the public key as a secret: HS256', signedWithPublicKey, 'TOKEN_ALGORITHM_REFUSED'),
  attack(
    'names an algorithm of another issuer',
    () => forge({ alg: 'RS256', kid: 'one' }, goodClaims, 'AAAA'),
    'TOKEN_ALGORITHM_REFUSED',
  ),
  attack(
    'names an algorithm that is a list',
    () => forge({ alg: ['EdDSA'] }, goodClaims, 'AAAA'),
    'TOKEN_ALGORITHM_REFUSED',
  ),
  attack('is signed with another key under a good kid', () => sign({}, own.privateKey), 'UNAUTHENTICATED'),
  attack(
    'was altered after signing',
    async () => (await sign()).replace(/\.[^.]+\./, `.${forge({}, { ...goodClaims, sub: 'eve' }).split('.')[1]}.`),
    'UNAUTHENTICATED',
  ),
  attack('is not three parts', () => 'eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA', 'UNAUTHENTICATED'),
  attack('is no UTF-8', () => `${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.e30.AAAA`, 'UNAUTHENTICATED'),
  attack('is a list', () => forge([], goodClaims, 'AAAA'), 'UNAUTHENTICATED'),

  ...[
    '../../../../dev/null',
    '/../keys/public.pem',
    'keys\\one',
    'one\u0000.pem',
    "one' OR '1'='1",
    'x'.repeat(300),
    '',
    7,
    null,
  ].map((kid) =>
    attack(`has a kid that goes somewhere: ${JSON.stringify(kid).slice(0, 24)}`, withKid(kid), 'TOKEN_KID_REFUSED'),
  ),
  attack('has a kid that nobody publishes', withKid('two'), 'TOKEN_KEY_UNKNOWN'),
  attack('has a kid that every object knows', withKid('constructor'), 'TOKEN_KEY_UNKNOWN'),

  attack('brings its key: jwk', brought({ jwk: ownJwk }), 'TOKEN_HEADER_REFUSED'),
  attack('brings an address of keys: jku', brought({ jku: 'https://idp.evil.example/jwks' }), 'TOKEN_HEADER_REFUSED'),
  attack(
    'brings an address of certificates: x5u',
    brought({ x5u: 'https://idp.evil.example/x5u' }),
    'TOKEN_HEADER_REFUSED',
  ),
  attack('brings certificates: x5c', brought({ x5c: ['AAAA'] }), 'TOKEN_HEADER_REFUSED'),
  attack(
    'says that something unknown is critical: crit',
    () => forge({ alg: 'EdDSA', crit: ['exp'], exp: 1 }, goodClaims, 'AAAA'),
    'TOKEN_HEADER_REFUSED',
  ),
  attack('is not encoded: b64', () => forge({ alg: 'EdDSA', b64: false }, goodClaims, 'AAAA'), 'TOKEN_HEADER_REFUSED'),

  attack('has expired', () => sign({ exp: seconds(-6) }), 'TOKEN_EXPIRED'),
  attack('is not valid yet', () => sign({ nbf: seconds(60) }), 'TOKEN_NOT_YET_VALID'),
  attack('was issued in the future', () => sign({ iat: seconds(6) }), 'TOKEN_ISSUED_IN_FUTURE'),
  attack('lives longer than its issuer may let it', () => sign({ exp: seconds(43_201) }), 'TOKEN_LIFE_TOO_LONG'),
  attack('lives for ever', () => sign({ exp: 1e300 }), 'TOKEN_LIFE_TOO_LONG'),
  attack(
    'has dates of text',
    payloadText(`${good.replace(/"exp":\d+/, '"exp":"9999999999"')}}`),
    'TOKEN_CLAIMS_INVALID',
  ),
  attack('is for another audience', () => sign({ aud: 'payroll' }), 'TOKEN_AUDIENCE_WRONG'),
  attack('is for other audiences', () => sign({ aud: ['payroll', 'comity-test'] }), 'TOKEN_AUDIENCE_WRONG'),

  attack('says its issuer twice', payloadText(`${good},"iss":"https://idp.evil.example"}`), 'TOKEN_AMBIGUOUS'),
  attack('says a claim twice, once escaped', payloadText(`${good},"\\u0073ub":"eve"}`), 'TOKEN_AMBIGUOUS'),
  attack('says something twice further in', payloadText(`${good},"act":{"sub":"a","sub":"b"}}`), 'TOKEN_AMBIGUOUS'),
  attack(
    'says its algorithm twice',
    () => forge('{"alg":"EdDSA","alg":"none"}', goodClaims, 'AAAA'),
    'TOKEN_AMBIGUOUS',
  ),
  attack('is two payloads', payloadText(`${good}}{}`), 'UNAUTHENTICATED'),
  attack('begins with a byte order mark', payloadText(`\uFEFF${good}}`), 'UNAUTHENTICATED'),
  attack(
    'changes what every object is',
    payloadText(`${good.replace('"sub":"dana",', '')},"__proto__":{"sub":"eve"}}`),
    'TOKEN_CLAIMS_INVALID',
  ),

  ...['logout+jwt', 'secevent+jwt', 'dpop+jwt', 'application/id_token+jwt', 'JOSE', 'comity-fetch+jws', 7].map((typ) =>
    attack(`is of another kind: typ ${typ}`, () => sign({}, undefined, { typ }), 'TOKEN_TYPE_REFUSED'),
  ),
  ...['nonce', 'at_hash', 'c_hash', 'events'].map((claim) =>
    attack(`was made for somebody else: ${claim}`, () => sign({ [claim]: 'x' }), 'TOKEN_TYPE_REFUSED'),
  ),
  attack('is too long to be one', () => sign({ padding: 'x'.repeat(9_000) }), 'TOKEN_TOO_LONG'),
  attack('names a subject with a line break', () => sign({ sub: 'dana\n{"level":60}' }), 'TOKEN_CLAIMS_INVALID'),
  attack('names an id of its own that is none', () => sign({ jti: { or: 1 } }), 'TOKEN_CLAIMS_INVALID'),
]
