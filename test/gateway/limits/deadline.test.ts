import { EventEmitter, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { deadlineOf, within } from '../../../gateway/limits/deadline.js'
import { loaderById, loaderOfMany } from '../../../subgraphs/kit/loader.js'

/** As much of a response as the deadline looks at. */
const response = (writableFinished: boolean) =>
  Object.assign(new EventEmitter(), { writableFinished }) as unknown as ServerResponse
const LATE = { code: 'DEADLINE_EXCEEDED' }

describe('a request is stopped', () => {
  test('when its time is over', async () => {
    const signal = deadlineOf(response(false), 1)
    await once(signal, 'abort')
    expect(signal.reason).toMatchObject(LATE)
  })

  test('when its client goes away', () => {
    const gone = response(false)
    const signal = deadlineOf(gone, 60_000)
    gone.emit('close')
    expect(signal.reason).toMatchObject(LATE)
  })

  test('and is not, when it has been answered', () => {
    const answered = response(true)
    const signal = deadlineOf(answered, 60_000)
    answered.emit('finish')
    answered.emit('close')
    expect(signal.aborted).toBe(false)
  })
})

test('an operation of many fetches that wait at once writes no warning among the lines of the log', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const signal = deadlineOf(response(false), 60_000)
  await Promise.all(Array.from({ length: 50 }, (_, fetch) => within(signal, Promise.resolve(fetch))))
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

describe('whoever waits for work', () => {
  const never = new Promise<never>(() => undefined)

  test('stops waiting', async () => {
    const controller = new AbortController()
    const waiting = within(controller.signal, never)
    controller.abort(Object.assign(new Error('late'), LATE))
    await expect(waiting).rejects.toMatchObject(LATE)
    await expect(within(controller.signal, never)).rejects.toMatchObject(LATE)
  })

  test('gets its result in time, and its failure', async () => {
    const { signal } = new AbortController()
    expect(await within(signal, Promise.resolve(7))).toBe(7)
    expect(await within(undefined, Promise.resolve(7))).toBe(7)
    await expect(within(signal, Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  })
})

test('after that no loader of a subgraph sends another statement', async () => {
  const controller = new AbortController()
  let batches = 0
  const kept = new Map<string, unknown>()
  const context = {
    signal: controller.signal,
    shared<T>(name: string, make: () => T): T {
      if (!kept.has(name)) kept.set(name, make())
      return kept.get(name) as T
    },
  }
  const byId = loaderById(context, 'byId', (ids) => {
    batches++
    return Promise.resolve(ids.map((id) => ({ id })))
  })
  const many = loaderOfMany(context, 'many', () => {
    batches++
    return Promise.resolve(new Map())
  })
  expect(await byId.load('one')).toEqual({ id: 'one' })
  controller.abort(Object.assign(new Error('late'), LATE))
  await expect(byId.load('two')).rejects.toMatchObject(LATE)
  await expect(many.load('one')).rejects.toMatchObject(LATE)
  expect(batches).toBe(1)
})
