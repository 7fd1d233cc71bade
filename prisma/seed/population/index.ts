/** Invented people of mixed origin, in any number, and the ways in which their names and dates come to be written wrong. */
export { generatePeople, type GeneratedPerson, type Sex } from './people.js'
export { ORIGINS, type Origin, type OriginName } from './origins.js'
export * from './mutations/index.js'
