/** Surnames are invented in the manner of many languages; given names are common ones. No pair names a known person. */
export interface Origin {
  /** How often, in parts of the whole. */
  readonly share: number
  readonly families: readonly string[]
  /** Two surnames, as the Spanish-speaking world has them. */
  readonly doubles?: boolean
  readonly women: readonly string[]
  readonly men: readonly string[]
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

function compose(heads: string, tails: string): string[] {
  return words(heads).flatMap((head) => words(tails).map((tail) => `${head}${tail}`))
}

const WOMEN = words(`
  Alice Amy Andrea Anna Barbara Caroline Chloe Deborah Diane Eleanor Elizabeth Emily Grace Hannah Helen Janet Jennifer
  Jessica Julia Karen Katherine Laura Linda Margaret Melissa Michelle Nancy Olivia Pamela Rachel Rebecca Ruth Sandra
  Sarah Stephanie Susan Teresa
`)
const MEN = words(`
  Adam Andrew Anthony Benjamin Brandon Brian Charles Daniel David Donald Edward Eric Frank George Gregory Harold Henry
  Jack James Jason Jeffrey John Jonathan Joseph Joshua Keith Kevin Kyle Mark Matthew Michael Nicholas Patrick Paul Peter
  Raymond Richard Robert Roger Ryan Samuel Scott Sean Stephen Thomas Timothy Vincent Walter William
`)

export const ORIGINS: readonly Origin[] = [
  {
    share: 46,
    women: WOMEN,
    men: MEN,
    families: compose(
      'Thorn Bram Cald Under Elder Fenn Garth Hather Kell Marl Nor Oaken Pember Raven Stann Wick Dray Ambry Lang Tolling',
      'croft shaw combe hurst worth ley den brook sleigh',
    ),
  },
  {
    share: 9,
    women: WOMEN,
    men: MEN,
    families: words(`
      O'Brannach O'Corrigal O'Dellahan O'Fearnal O'Gallowen O'Keevan O'Mulrane O'Tiernach McAlderan McBrennoch McCorvane
      McDunnaly McGillespin McKellarn McNallen MacQuarran MacInverey FitzAlderic
    `),
  },
  {
    share: 16,
    doubles: true,
    women: words(`
      Alejandra Beatriz Carmen Elena Gabriela Graciela Inés Lourdes Lucía María Marisol Pilar Rosa Sofía Xiomara Ximena Yolanda
    `),
    men: words(`
      Andrés Carlos Diego Esteban Fernando Héctor Javier Joaquín José Juan Luis Mateo Miguel Rafael Ramón Raúl Tomás
    `),
    families: words(`
      Quintalba Arrozana Belmonsa Cordavez Delmarez Espinalda Fuentarrol Galdámur Herrandel Ibarrón Lozavera Montilvo
      Navarrel Ordúñel Peralveda Rosalvar Saldanera Tobarán Valdemir Zuribal Muñozeda Camarillar
    `),
  },
  {
    share: 7,
    women: [...words('Hana Lan Linh Mei Seo-yeon Thuy Xin Yuki Yuna'), ...WOMEN.slice(0, 12)],
    men: [...words('Akira Haruto Jin Jun Kenji Min Minh Quang Wei Zhen'), ...MEN.slice(0, 12)],
    families: words(`
      Hoshigama Minamuro Takenagi Yoshimaru Cheongsan Baekwon Linghuan Zhaowen Quangle Duongtran Vanhsavan Phamlinh
      Kwangsun Ouyangli
    `),
  },
  {
    share: 5,
    women: words('Anjali Deepa Farah Kavya Layla Leila Meera Nadia Priya Rania Samira'),
    men: words('Aarav Arjun Hassan Imran Mohammed Omar Rahul Rohan Samir Yusuf'),
    families: words(`
      Chandravel Deshparan Ganapathan Kulkarvi Raghunesh Subramanal Viswanoor al-Hadranal El-Khalimi Farouqan Haddarin
      Qasimoor Ben-Sourane
    `),
  },
  {
    share: 6,
    women: [...words('Adaeze Amara Chinwe Folake Ngozi Yaa'), ...WOMEN.slice(10, 24)],
    men: [...words('Chidi Emeka Femi Ifeanyi Kofi Kwame Tunde Zuberi'), ...MEN.slice(10, 24)],
    families: words("Adekunbi Babarinso Chukwunor Ezenwata Ifeoluwal N'Dokafor Oyelaran Tshibandal Mbekwani Abiodulu"),
  },
  {
    share: 7,
    women: [...words('Anastasia Bożena Irina Katarzyna Magdalena Natalia Oksana Zofia'), ...WOMEN.slice(20)],
    men: [...words('Dmitri Jakub Lukáš Marek Milan Pavel Tomasz Václav'), ...MEN.slice(25)],
    families: words(
      'Brzezowicz Dvorakal Kovalenchar Lisowiecka Novotrny Petrovanić Szymandera Wojtkowiar Zelenkin Hruškova',
    ),
  },
  {
    share: 4,
    women: [...words('Anneliese Genevieve Gisela Heike Lotte Marie-Claire Renée'), ...WOMEN.slice(5, 20)],
    men: [...words('André Étienne Günther Jean-Luc Jürgen Noël Willem'), ...MEN.slice(5, 20)],
    families: [
      ...words("Vandermolan Oberhölzel Schreinemar Zumbrunnel D'Aversac LeFontaigne Beaumarchal Thibodauxe"),
      'van der Lissen',
      'St. Aubrey',
      'de la Croixmont',
      'von Hallerstadt',
    ],
  },
]
