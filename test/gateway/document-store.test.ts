import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { DocumentStore } from '../../gateway/document-store.js'

const document = (letters: number) => parse(`{${'a'.repeat(letters - 2)}}`)

test('Documents are kept up to a number and to the bytes of their texts; those used longest ago go first', async () => {
  const store = new DocumentStore({ bytes: 100, count: 3 })
  for (const key of ['one', 'two', 'three']) await store.set(key, document(10))
  expect(await store.get('one')).toBeDefined()
  await store.set('four', document(10))
  expect(await store.get('two')).toBeUndefined()
  expect(store.size).toEqual({ count: 3, bytes: 30 })
  // With it there is room for one other: the one used last.
  await store.set('five', document(85))
  expect(store.size).toEqual({ count: 2, bytes: 95 })
  expect(await store.get('four')).toBeDefined()
  // The same again takes no more room, and a document without room is not kept.
  await store.set('five', document(85))
  await store.set('six', document(101))
  expect(store.size).toEqual({ count: 0, bytes: 0 })
})
