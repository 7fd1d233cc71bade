import { expect } from 'vitest'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** The first error of an answer, as it has to be: of the catalogue, with its request's number, and nothing from within. */
export function refusalOf(response: { statusCode: number; body: string }): Refusal {
  const { errors } = JSON.parse(response.body) as {
    errors: readonly { message: string; extensions: { code: string; whatToDo: string; requestId: string } }[]
  }
  const [error] = errors
  expect(error?.extensions.whatToDo).toMatch(/\w/)
  expect(error?.extensions.requestId).toMatch(/^req_/)
  expect(response.body).not.toMatch(/stack|node_modules|\.ts:|\.js:|Did you mean|SELECT |prisma/i)
  return { status: response.statusCode, code: error?.extensions.code ?? '', message: error?.message ?? '' }
}
