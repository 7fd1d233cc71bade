import { compose, words } from './law.js'

/**
 * Surnames of English, most frequent first: ranks recalled from the public-domain lists of the Census Bureau (surnames
 * of 2010), not read from them; no count is given and none is known here. The tail is composed in the manner of
 * place names.
 */
export const ANGLO_SURNAMES: readonly string[] = words(`
  Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin Thompson White Harris Clark
  Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts
  Phillips Evans Turner Parker Collins Edwards Stewart Morris Rogers Cook Morgan Peterson Cooper Reed Bailey Kelly Howard
  Cox Ward Richardson Watson Brooks Wood James Bennett Gray Hughes Price Myers Long Foster Sanders Ross Powell Sullivan
  Russell Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Wallace Woods
  Cole West Owens Ellis Gibson Jackson Lee Marshall Freeman Wells Webb Simpson Stevens Tucker Porter Hunter Hicks Crawford
  Henry Boyd Mason Kennedy Warren Dixon Burns Gordon Shaw Holmes Rice Robertson Hunt Black Daniels Palmer Mills Nichols
  Grant Knight Ferguson Rose Stone Hawkins Dunn Perkins Hudson Spencer Gardner Stephens Payne Pierce Berry Matthews
  Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews Harper Fox Riley
  Armstrong Carpenter Weaver Greene Lawrence Elliott Chavis Sims Austin Peters Kelley Franklin Lawson Fields Ryan Carr
  Wheeler Chapman Oliver Montgomery Richards Williamson Johnston Banks Meyer Bishop Howell Morrison Hansen Garrett Harvey
  Burton Little Dean Stanley Lynch George Jacobs Fuller Kim Gilbert Hoffman Weaver Reid Welch Larson Frazier Burke Day
  Moreland Brewer Bowman Carlson Holland Douglas Fleming Jensen Vaughn Pearson Byrd Davidson Hopkins May Terry Wade Curtis
  Soto Walters Neal Caldwell Lowe Jennings Barnett Graves Jamison Horton Shelton Barrett Sutton Gregory Craig Lucas
  Chambers Fletcher Rhodes Newman Bates Lambert Hale Hodges Parks Haynes Norris Steele Bush Sharp Cummings Barker
  Watts Lyons Miles Benson Warner Reeves Cannon Leonard Robbins Yates Todd Hardy Dawson Gross Wolfe Goodwin Barton Potter
  Moss Mullins Thornton Tate Hammond Bowers Ramsey Gill Griffith Hampton Walton Blake Norman Quinn Malone Cobb
  Patton Goodman Cross Ball Francis Osborne Casey Sherman Buchanan Poole Farmer Flynn Summers Hubbard Maxwell Dennis
  Harrington Park Underwood Carson Townsend Clarke Logan Strickland Bartlett Conner Bryan Whitaker Marsh Abbott Frost
  Stokes Lawton Pittman Parrish Lloyd Houston Gibbs Briggs Pope Ingram Bridges Preston Nash Jefferson Manning Greer Short
  Fowler Webster Wilkerson Hines Combs Blair Singleton Whitehead Dalton Hancock Skinner Atkins Middleton Shepherd
  Wilcox Glover Sweeney Randall Randolph English Copeland Bradford Atkinson Kirby Holcomb Mayer Pratt Bryant Daugherty
  Merritt Stark Hester Sparks Vance Nolan Hooper Rollins Beck Kent Chandler Savage Hull Whitley Pruitt Tyler Beard
`)

export const ANGLO_TAIL: readonly string[] = [
  ...compose(
    `Ash Black Brad Brom Cal Chat Chur Clay Cole Craw Cross Dar Dun East El Fair Farn Gar Glen Hal Ham Hart Has Hat Haw
     Hazel Heath Hem Hol Hor Hunt Kel Kings Lang Lin Lock Long Low Mar Mel Mid Mil Nor Oak Pem Pen Pres Rad Red Rock
     Roth Row Rush San Sel Shel Sod Stan Stock Strat Sut Swin Thorn Tod Town Up Wal War Wat Wel West Whit Wick Win Wood`,
    `bank bell borough bourne bridge brook bury by combe cott croft dale den field fold ford gate grave ham hurst
     land ley low man mere mont more ridge shaw stead ston ton wall ward water way well wick wood worth`,
  ),
  ...compose(
    'Al Bar Bur Clif Dud Ed Gil God Har Her Hob Hub Jas Jen Lam Ma Nic Pat Per Ran Rich Rob Rod Rut Sim Tur Wat Wil Wyn',
    'bert dard derson drick fred gar kins kinson kison lard lin low mond ner nett per ris ritt son ster tin win',
  ),
]

export const AFRICAN_AMERICAN_SURNAMES: readonly string[] = words(`
  Williams Johnson Smith Jones Brown Jackson Davis Thomas Harris Robinson Taylor Wilson Moore White Washington Lewis
  Walker Green Thompson Anderson Scott Carter Wright Hill Allen Miller Mitchell Young Lee Martin Clark Turner Hall King
  Edwards Coleman James Evans Bell Richardson Adams Brooks Parker Jenkins Stewart Howard Campbell Simmons Sanders Henderson
  Collins Cooper Watson Butler Alexander Bryant Nelson Morris Barnes Wood Jordan Reed Woods Dixon Roberts Gray Griffin
  Robertson Hunter Bailey Hicks Perry Ross Powell Patterson Freeman Ford Foster Tucker Owens Graham Daniels Hawkins Wallace
  Rogers Boyd Mack Holmes Booker Jefferson Charles Dorsey Ferguson Gaines Glover Pettway Bolden Banks Baptiste Mosley
  Randolph Singleton Rivers Gadson Bradley Hampton Franklin Joseph Pierre Dawkins Cunningham Tyson Whitaker Toliver
`)

export const IRISH_SCOTTISH_SURNAMES: readonly string[] = words(`
  Murphy Kelly Sullivan O'Brien Ryan O'Connor Walsh McCarthy Kennedy Murray McDonald Campbell Burke Quinn O'Neill Doyle
  McLaughlin Carroll Connolly Daly O'Donnell Dunne MacDonald Brennan Casey Reilly Gallagher O'Reilly Fitzgerald Sweeney
  Hayes McKenzie McCoy McKinney McGuire McDaniel McGee McBride McCormick McCullough McIntyre McKee McClain McMillan
  McPherson McConnell McDowell McMahon McNeil McKay McLean McClure McFarland McGrath McKenna MacKenzie MacLeod MacGregor
  Mackey O'Hara O'Keefe O'Leary O'Malley O'Rourke O'Sullivan O'Toole O'Dell O'Shea O'Grady O'Dwyer O'Meara
  Fitzpatrick Fitzsimmons Flanagan Donovan Donnelly Dougherty Duffy Farrell Finnegan Flaherty Foley Hanlon
  Hennessy Higgins Hogan Kavanagh Keane Kearney Lennon Maguire Mahoney Monaghan Moran Mulligan Nolan Nugent Phelan Power
  Rafferty Regan Rooney Shea Sheehan Sinclair Sutherland Stuart Bruce Cameron Cowan Drummond Erskine Forsyth Fraser Galloway
  Gillespie Gordon Haggerty Innes Kerr Kilpatrick Lockhart Logan Lindsay Munro Muir Ogilvie Ramsay Rankin Rutherford Wallace
`)
export const IRISH_SCOTTISH_TAIL: readonly string[] = [
  ...compose(
    'Mc Mac',
    `Adoo Alister Allister Andrews Ardle Arthur Avoy Bain Caffrey Call Cann Cartney Carty Clellan Cloud Clung Comb Cord
     Crae Cray Cutcheon Dermott Dougall Duff Elroy Elwain Evoy Ewen Fadden Fall Gann Garry Garvey Gill Glynn Gowan Grew
     Hale Henry Hugh Ilwain Inerney Innis Intosh Kean Kelvey Kibben Kinley Kinnon Knight Lachlan Laren Leod Lellan Lendon
     Manus Michael Mullen Murray Murtry Nab Nair Nally Namara Nulty Phail Quaid Queen Rae Sherry Sorley Swain Taggart Tavish
     Teer Vay Veigh Vicar Whirter Williams`,
  ),
  ...compose(
    "O'",
    `Bannon Beirne Boyle Byrne Callaghan Carroll Cleary Conlon Connell Daly Day Dea Doherty Donoghue Doyle Driscoll
     Dowd Farrell Fallon Flaherty Flynn Gara Gorman Halloran Hagan Hanlon Hare Herlihy Higgins Kane Kelly Laughlin Loughlin
     Mahony Mara Moore Muir Neal Quinn Regan Riordan Ryan Shaughnessy Steen Tierney`,
  ),
  ...compose(
    'Bal Brad Cal Car Col Con Cul Dar Don Fin Gal Gil Hal Har Kil Lan Mal Mul Roo Ter Tul',
    'laghan canny cannon dagh derry fin gan hern key kin lan len lon loy mody nan negan nell nelly ney rick rigan vey',
  ),
]

export const GERMAN_SURNAMES: readonly string[] = words(`
  Schmidt Meyer Schultz Wagner Schneider Hoffman Weber Klein Snyder Becker Fischer Müller Schroeder Schwartz Keller
  Zimmerman Krueger Schaefer Koch Bauer Richter Wolf Neumann Braun Krause Lange Werner Hartmann Lehmann Köhler Herrmann
  König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Günther Berger
  Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt
  Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel
  van_Dyke Vandenberg van_der_Berg von_Bergen Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer
`)
export const GERMAN_TAIL: readonly string[] = [
  ...compose(
    `Acker Adel Alten Bach Baum Berg Blumen Brand Breiten Burg Dorn Eber Eichen Eisen Falken Feld Finken Frank Grün Gold
     Hagen Hart Heim Himmel Hirsch Hoch Holz Kirch König Kraut Kron Linden Loewen Mühl Neu Nuss Ober Pfaff Rosen Rot Sand
     Schoen Schwarz Silber Sonnen Stein Stern Strauss Unter Wald Weiden Wein Wind Zimmer`,
    'auer bach baum beck berg berger blatt dorf feld gruber hagen hauer haus heim hof hofer holz mann meier stein thal wald',
  ),
  ...words('von_Braunau von_Hoffen von_Stauben von_Bergen van_der_Veen van_Dyke Vanderbeek zu_Rhein'),
]

export const FRENCH_SURNAMES: readonly string[] = words(`
  Hebert Landry Broussard LeBlanc Guidry Fontenot Thibodeaux Boudreaux Richard Trahan Robichaux Comeaux Arceneaux Theriot
  Babineaux Melancon Bergeron Breaux Cormier Daigle Dupuis Gautreaux Guillory LeJeune Mouton Prejean Romero Savoie Sonnier
  Villemaire Bourgeois Duplantis Doucet Dugas Naquin Pitre Chauvin Duhon Benoit Castille Hébert Gagnon Bélanger Lavoie Côté
  Ouellette Pelletier Fortin Bouchard Gauthier Morin Lévesque Poirier Desjardins Beaulieu Cloutier Deschênes Dubois Durand
  Lefebvre Moreau Rousseau Mercier Blanchard Beaumont Dufour Lacroix LaFleur LaRue LaPointe LaPlante LeBeau DeRouen
  D'Aigle D'Antoni DuBose Devereaux Faucheux Delacroix St._Pierre St._Martin St._Germain St._Romain de_la_Houssaye
  de_Gruy du_Plessis de_la_Roche
`)
export const FRENCH_TAIL: readonly string[] = compose(
  'Bar Beau Bel Ber Bois Bon Bou Bré Cha Char Cour Dau Des Du Fon Gau Gui La Lan Le Mar Mon Per Pel Ro Rous San Tho Val Ver',
  'bert bois champ chand court dreau gnard leau let lier mand mont naud ney nier pré quet rand reau rel rin saint san son tier ville vin',
)
