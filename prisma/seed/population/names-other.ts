import { compose, words } from './law.js'

/** Recalled, not read from a list; most frequent first. */
export const ARABIC_SURNAMES: readonly string[] = words(`
  Mohamed Ahmed Ali Hassan Hussein Khalil Ibrahim Abdullah Mahmoud Salem Saleh Nasser Said Haddad Khoury Mansour Youssef
  Omar Osman Farah Abdi Hamdan Awad Ismail Mustafa Saad Shaheen Aziz Rashid Hamid Karim Najjar Daher Fakhoury Saab Nasr
  al-Masri al-Hassan al-Khatib al-Najjar al-Ahmad al-Sayed al-Jabouri el-Sayed el-Amin el-Khoury Abu_Bakr Abu_Saleh
  Darwish Ghanem Halabi Jaber Kassem Maalouf Qasim Sabbagh Shami Suleiman Taha Tawfik Yassin Zaidan
`)
export const ARABIC_TAIL: readonly string[] = [
  ...compose(
    'Abdul Abdel Abdul-',
    'rahman aziz karim malik latif hamid majid nasser salam wahab ghani jabbar qader razzaq samad',
  ),
  ...compose(
    'al- el-',
    'Attar Bakri Banna Basri Dabbagh Farsi Ghazali Hakim Hamdi Hariri Hashimi Issa Janabi Kaabi Kurdi Maliki Obaidi Qaisi Rawi Saadi Shammari Tamimi Zubaidi',
  ),
]
export const ARABIC_MEN: readonly string[] = words(`
  Mohamed Ahmed Ali Hassan Omar Ibrahim Khaled Mustafa Youssef Mahmoud Hussein Abdullah Samir Tarek Karim Hamza Bilal Amir
  Ziad Walid Nabil Rami Sami Fadi Jamal Kamal Nasser Said Tamer Yasser Zakaria Ismail Adham Bassam Hisham Marwan Adel
`)
export const ARABIC_WOMEN: readonly string[] = words(`
  Fatima Aisha Mariam Zainab Layla Amina Huda Nour Rania Samira Yasmin Salma Noor Hanan Iman Khadija Maha Mona Nadia Rasha
  Reem Sara Dina Hala Lina Maryam Najwa Rima Sahar Suad Wafa Zahra
`)

/** Russian and Ukrainian, whose letters are Cyrillic at home. */
export const CYRILLIC_SURNAMES: readonly string[] = words(`
  Ivanov Petrov Kuznetsov Smirnov Popov Volkov Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnik Sokolov Lebedev
  Kozlov Novikov Morozov Romanov Pavlov Orlov Fedorov Nikitin Zaitsev Belov Tarasenko Lysenko Petrenko Rudenko Savchenko
  Moroz Shevchuk Boyko Kovalchuk Polishchuk Tkachuk Oliynyk Marchenko Zakharov Filippov Vinogradov Bogdanov Vorobyov
  Gusev Titov Kuzmin Makarov Zhukov Baranov Komarov Shcherbakov Chernov Gavrilov Efimov Frolov
`)
export const CYRILLIC_MEN: readonly string[] = words(`
  Sergei Aleksandr Dmitri Andrei Aleksei Vladimir Mikhail Nikolai Ivan Igor Oleg Yuri Viktor Pavel Maksim Denis Anton Roman
  Boris Konstantin Vitaly Vadim Evgeny Kirill Oleksandr Volodymyr Mykola Bohdan Taras Andriy
`)
export const CYRILLIC_WOMEN: readonly string[] = words(`
  Elena Olga Natalia Tatiana Irina Svetlana Anna Maria Ekaterina Ludmila Galina Marina Oksana Yulia Anastasia Larisa Nadezhda
  Vera Valentina Daria Polina Ksenia Alla Zoya Iryna Nataliya Kateryna Halyna
`)

/** Polish, Czech, Slovak, Croatian, Serbian in Latin letters. */
export const SLAVIC_SURNAMES: readonly string[] = words(`
  Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski
  Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński
  Wróbel Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Baran
  Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák Němec Pospíšil Marek Hájek Jelínek Král Růžička Beneš
  Fiala Sedláček Doležal Zeman Kolář Navrátil Čermák Horvat Kovačević Babić Marić Jurić Novaković Petrović Jovanović Nikolić
  Ilić Đorđević Pavlović Marković Popović Stojanović Živković Janković Todorović Horváth Kováč Varga Tóth Nagy Molnár
`)
export const SLAVIC_TAIL: readonly string[] = compose(
  'Bor Brzo Dom Dob Gra Jar Kal Kar Kos Kras Lip Luba Mal Mir Nie Ost Pal Pod Rad Rog Sad Sob Sta Tar Wal Wil Wol Zab Zal',
  'kowski ński ski szewski czyk czak wicz nowicz niak lak anek ecki icki borski manski rowski lewski cki',
)
export const SLAVIC_MEN: readonly string[] = words(`
  Piotr Tomasz Krzysztof Marek Paweł Adam Jan Andrzej Stanisław Michał Jakub Wojciech Łukasz Marcin Grzegorz Mateusz Zbigniew
  Jiří Petr Tomáš Pavel Lukáš Martin Milan Josef Ivan Goran Zoran Dragan Nikola Stefan Miloš Marko Ante Luka
`)
export const SLAVIC_WOMEN: readonly string[] = words(`
  Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Joanna Aleksandra Monika Zofia Teresa Danuta Jana Eva
  Lenka Kateřina Lucie Hana Věra Alena Petra Ivana Jelena Milica Ana Marija Vesna Snežana Dragana
`)

export const ITALIAN_SURNAMES: readonly string[] = words(`
  Russo Romano Marino Rossi Esposito Bruno Gallo Costa Caruso DeLuca D'Angelo Mancini Rizzo Lombardi Moretti Barbieri Fontana
  Santoro Mariani Rinaldi Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola DeSantis D'Amico
  DiMarco DiMaggio DeMarco DeRosa Parisi Villa Conte Ferraro Fabbri Bianco Marini Grasso Valentini Messina Sala Gatti
  Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Giuliani Guerra
  LoPresti LaRocca DelVecchio Della_Valle
`)
export const ITALIAN_TAIL: readonly string[] = compose(
  'Al Bal Bar Bel Ben Bon Cal Can Car Cas Cor Fab Fal Fer Fior Gal Gia Gra Lam Man Mar Mas Mon Pal Pan Pas Pel Ric Sal San Tor',
  'berti bini cchi celli cino dini doni fano gnoli gnone lani leri lini manti mone nelli netti none otta pone rdi retti ssini tano telli tini vani',
)

export const PORTUGUESE_SURNAMES: readonly string[] = words(`
  Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida
  Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Medeiros Furtado Câmara
  da_Silva dos_Santos de_Souza da_Costa de_Oliveira Araújo Conceição Magalhães Simões Brandão Leitão
`)
export const PORTUGUESE_MEN: readonly string[] = words(
  'João José António Manuel Carlos Paulo Luís Pedro Rui Jorge Fernando Miguel Nuno Tiago Ricardo Hélder Joaquim Mário',
)
export const PORTUGUESE_WOMEN: readonly string[] = words(
  'Maria Ana Fátima Teresa Isabel Lúcia Helena Cristina Conceição Filomena Rosa Sónia Carla Sandra Paula Inês Beatriz',
)

export const NATIVE_AMERICAN_SURNAMES: readonly string[] = words(`
  Begay Yazzie Benally Tsosie Nez Begaye Tso Locklear Oxendine Chavis Bird Runningwater Two_Bulls Iron_Cloud Red_Cloud
  Whitehorse Black_Elk Little_Thunder Yellowhair Manygoats Bitsui Bitsilly Etsitty Nakai Peshlakai Goldtooth Tsinajinnie
  Sandoval Antone Jose Juan Manuel Lopez Cly Chee Benallie Holiday Skenandore Swimmer Sequoyah Mankiller Tallchief Deer
  Standing_Bear Spotted_Eagle Running_Bear Two_Crow Bad_Heart Eagle_Bull Fast_Horse Kills_Small Poor_Bear Whirlwind_Horse
  Yellow_Horse White_Bull Bear_Runner Good_Voice Long_Soldier Crow_Dog Lone_Wolf Hunts_Alone Day Beaulieu Jourdain
`)
export const NATIVE_AMERICAN_TAIL: readonly string[] = compose(
  'Red_ White_ Black_ Yellow_ Iron_ Lone_ Little_ Standing_ Running_ Spotted_ Swift_ Two_ Fast_',
  'Bear Hawk Elk Horse Bull Cloud Crow Deer Eagle Feather Fox Hand Owl Shield Thunder Wolf Moon',
)

export const POLYNESIAN_SURNAMES: readonly string[] = words(`
  Kealoha Kahale Kamaka Kaneshiro Kalani Akana Kekauoha Kahananui Keawe Kapule Nakoa Makua Kaleo Kamakau Palakiko Hoʻopiʻi
  Faleolo Fonoti Tuiasosopo Leota Tauā Faʻaleava Faumuina Lealaiauloto Mauga Sapolu Seumalo Taliaferro Toleafoa Tuilagi Vaʻa
  Taufa Moala Finau Fifita Vea Tupou Latu Langi Hafoka Kaufusi Mahe Pututau Tonga Vainikolo Kaʻahumanu Kawānanakoa
`)
export const POLYNESIAN_TAIL: readonly string[] = compose(
  'Ka Ke Ma Mau Nai Pa Pu Ta Tau Tua Tui Fa Fai Fua La Leo Lau Mo Sa Sio Va Vai',
  'hanu hele kalani kila laau lani leo lima lua makani maile mana nahele nani nohi nui pili tafa tele toa valu vao',
)
export const POLYNESIAN_MEN: readonly string[] = words(
  'Keoni Kimo Kawika Kaleo Ikaika Makoa Nainoa Koa Keanu Mikala Sione Semisi Viliami Tevita Sefa Ioane Tavita Mosese Pita Manu',
)
export const POLYNESIAN_WOMEN: readonly string[] = words(
  'Leilani Malia Noelani Kalani Kehaulani Pualani Nani Keala Moana Mele Lupe Sina Tala Ana Salote Losa Vaiola Lani Kiana Alana',
)
