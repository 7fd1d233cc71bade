import { expect, test } from 'vitest'
import { loginOf, socketUrl, urlForDatabase, urlForUser } from '../../prisma/connection.js'

const SOCKET = socketUrl('/run/comity dir', 'hub')
const TCP = 'postgres://owner:secret@db.example:5433/hub?sslmode=require'

test('A socket is named as PostgreSQL names it', () => {
  expect(SOCKET).toBe('postgres:///hub?host=%2Frun%2Fcomity+dir&port=5432&user=postgres')
})

test.each([SOCKET, TCP])('%s for another role: place and database stay, the login is the other one', (base) => {
  const other = urlForUser(base, 'comity_audit', 'p@ss/word')
  expect(loginOf(other)).toEqual({ user: 'comity_audit', password: 'p@ss/word' })
  expect(urlForUser(other, ...(Object.values(loginOf(base)) as [string, string]))).toBe(
    base === TCP ? TCP : `${SOCKET}&password=`,
  )
})

test.each([SOCKET, TCP])('%s for another database: all else stays', (base) => {
  expect(urlForDatabase(base, 'test 1')).toBe(base.replace('/hub?', '/test%201?'))
})
