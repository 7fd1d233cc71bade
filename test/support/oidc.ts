import { type MutableToken, OAuth2Server } from 'oauth2-mock-server'

/** What a token has to hold beside what the server itself writes. `undefined` takes a claim out. */
export type TokenClaims = Readonly<Record<string, unknown>>

/** A real OIDC server on loopback: discovery, keys that rotate, grants. It reads the system's clock. */
export interface OidcServer {
  /** Its name and address. */
  readonly url: string
  /** The access token of a grant, asked for over HTTP as a client does. */
  token(claims: TokenClaims, grant?: Readonly<Record<string, string>>): Promise<string>
  /** The ID token that comes beside an access token. */
  idToken(claims: TokenClaims): Promise<string>
  /** From now on it signs with a new key, and publishes that one too. */
  rotate(alg?: string): Promise<void>
  stop(): Promise<void>
  /** Again, at the same address. */
  start(): Promise<void>
  close(): Promise<void>
}

const CLIENT_CREDENTIALS = { grant_type: 'client_credentials' }
const PASSWORD = { grant_type: 'password', username: 'dana', password: 'x', client_id: 'portal' }

export async function openOidcServer(alg = 'ES256'): Promise<OidcServer> {
  const server = new OAuth2Server()
  let { kid } = await server.issuer.keys.generate(alg)
  await server.start(0, '127.0.0.1')
  const { port } = server.address()
  const url = server.issuer.url ?? ''

  const answerOf = async (claims: TokenClaims, grant: Readonly<Record<string, string>>) => {
    // It takes its keys in turns: the one in use is made the next.
    while (server.issuer.keys.toJSON()[0]?.kid !== kid) server.issuer.keys.get()
    const change = ({ payload }: MutableToken) => {
      for (const [name, value] of Object.entries(claims)) payload[name] = value
    }
    server.service.on('beforeTokenSigning', change)
    try {
      const response = await fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(grant) })
      return (await response.json()) as { access_token: string; id_token?: string }
    } finally {
      server.service.off('beforeTokenSigning', change)
    }
  }
  return {
    url,
    token: async (claims, grant = CLIENT_CREDENTIALS) => (await answerOf(claims, grant)).access_token,
    idToken: async (claims) => (await answerOf(claims, PASSWORD)).id_token ?? '',
    async rotate(next = alg) {
      kid = (await server.issuer.keys.generate(next)).kid
    },
    stop: () => server.stop(),
    start: () => server.start(port, '127.0.0.1'),
    close: () => (server.listening ? server.stop() : Promise.resolve()),
  }
}
