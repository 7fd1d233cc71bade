/**
 * The address of a database behind a Unix socket in `folder`, as PostgreSQL's own tools write it:
 * `postgres:///name?host=/folder&port=5432&user=…`.
 */
export function socketUrl(folder: string, database = 'postgres', user = 'postgres', port = 5432): string {
  const query = new URLSearchParams({ host: folder, port: String(port), user })
  return `postgres:///${encodeURIComponent(database)}?${query.toString()}`
}

/** `base` for another role; the password goes with the name. */
export function urlForUser(base: string, user: string, password: string): string {
  const url = new URL(base)
  if (url.searchParams.has('user')) {
    url.searchParams.set('user', user)
    url.searchParams.set('password', password)
  } else {
    url.username = encodeURIComponent(user)
    url.password = encodeURIComponent(password)
  }
  return url.href
}

/** Who logs in at an address, in either of the forms above; empty where it does not say. */
export function loginOf(address: string): { readonly user: string; readonly password: string } {
  const { searchParams, username, password } = new URL(address)
  return {
    user: searchParams.get('user') ?? decodeURIComponent(username),
    password: searchParams.get('password') ?? decodeURIComponent(password),
  }
}

/** `base` for another database of the same server. */
export function urlForDatabase(base: string, database: string): string {
  const url = new URL(base)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}
