/** Surnames are invented in the manner of many languages; given names are common ones. No pair names a known person. */
export interface Origin {
  /** How often, in parts of the whole. */
  readonly share: number
  readonly families: readonly string[]
  /** Two surnames, as the Spanish-speaking world has them. */
  readonly doubles?: boolean
  readonly given: readonly string[]
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

function compose(heads: string, tails: string): string[] {
  return words(heads).flatMap((head) => words(tails).map((tail) => `${head}${tail}`))
}

const ENGLISH_GIVEN = words(`
  Adam Alice Amy Andrea Andrew Anna Anthony Barbara Benjamin Brandon Brian Caroline Charles Chloe Daniel David Deborah
  Diane Donald Edward Eleanor Elizabeth Emily Eric Frank George Grace Gregory Hannah Harold Helen Henry Jack James Janet
  Jason Jeffrey Jennifer Jessica John Jonathan Joseph Joshua Julia Karen Katherine Keith Kevin Kyle Laura Linda Margaret
  Mark Matthew Melissa Michael Michelle Nancy Nicholas Olivia Pamela Patrick Paul Peter Rachel Raymond Rebecca Richard
  Robert Roger Ruth Ryan Samuel Sandra Sarah Scott Sean Stephanie Stephen Susan Teresa Thomas Timothy Vincent Walter William
`)

export const ORIGINS: readonly Origin[] = [
  {
    share: 46,
    given: ENGLISH_GIVEN,
    families: compose(
      'Thorn Bram Cald Under Elder Fenn Garth Hather Kell Marl Nor Oaken Pember Raven Stann Wick Dray Ambry Lang Tolling',
      'croft shaw combe hurst worth ley den brook sleigh',
    ),
  },
  {
    share: 9,
    given: ENGLISH_GIVEN,
    families: words(`
      O'Brannach O'Corrigal O'Dellahan O'Fearnal O'Gallowen O'Keevan O'Mulrane O'Tiernach McAlderan McBrennoch McCorvane
      McDunnaly McGillespin McKellarn McNallen MacQuarran MacInverey FitzAlderic
    `),
  },
  {
    share: 16,
    doubles: true,
    given: words(`
      Alejandra Andrés Beatriz Carlos Carmen Diego Elena Esteban Fernando Gabriela Graciela Héctor Inés Javier Joaquín José
      Juan Lourdes Lucía Luis María Marisol Mateo Miguel Pilar Rafael Ramón Raúl Rosa Sofía Tomás Xiomara Ximena Yolanda
    `),
    families: words(`
      Quintalba Arrozana Belmonsa Cordavez Delmarez Espinalda Fuentarrol Galdámur Herrandel Ibarrón Lozavera Montilvo
      Navarrel Ordúñel Peralveda Rosalvar Saldanera Tobarán Valdemir Zuribal Muñozeda Camarillar
    `),
  },
  {
    share: 7,
    given: [...words('Akira Hana Haruto Jin Jun Kenji Lan Linh Mei Min Minh Naomi Quang Seo-yeon Thuy Wei Xin Yuki Yuna Zhen'), ...ENGLISH_GIVEN.slice(0, 20)],
    families: words(`
      Hoshigama Minamuro Takenagi Yoshimaru Cheongsan Baekwon Linghuan Zhaowen Quangle Duongtran Vanhsavan Phamlinh
      Kwangsun Ouyangli
    `),
  },
  {
    share: 5,
    given: words('Aarav Anjali Arjun Deepa Farah Hassan Imran Kavya Layla Leila Meera Mohammed Nadia Omar Priya Rahul Rania Rohan Samir Yusuf'),
    families: words(`
      Chandravel Deshparan Ganapathan Kulkarvi Raghunesh Subramanal Viswanoor al-Hadranal El-Khalimi Farouqan Haddarin
      Qasimoor Ben-Sourane
    `),
  },
  {
    share: 6,
    given: [...words('Adaeze Amara Chidi Chinwe Emeka Femi Folake Ifeanyi Kofi Kwame Ngozi Tunde Yaa Zuberi'), ...ENGLISH_GIVEN.slice(20, 50)],
    families: words('Adekunbi Babarinso Chukwunor Ezenwata Ifeoluwal N\'Dokafor Oyelaran Tshibandal Mbekwani Abiodulu'),
  },
  {
    share: 7,
    given: [...words('Anastasia Bożena Dmitri Irina Jakub Katarzyna Lukáš Magdalena Marek Milan Natalia Oksana Pavel Tomasz Václav Zofia'), ...ENGLISH_GIVEN.slice(50)],
    families: words('Brzezowicz Dvorakal Kovalenchar Lisowiecka Novotrny Petrovanić Szymandera Wojtkowiar Zelenkin Hruškova'),
  },
  {
    share: 4,
    given: [...words('André Anneliese Étienne Genevieve Gisela Günther Heike Jean-Luc Jürgen Lotte Marie-Claire Noël Renée Willem'), ...ENGLISH_GIVEN.slice(10, 40)],
    families: [...words("Vandermolan Oberhölzel Schreinemar Zumbrunnel D'Aversac LeFontaigne Beaumarchal Thibodauxe"), 'van der Lissen', 'St. Aubrey', 'de la Croixmont', 'von Hallerstadt'],
  },
]
