import { compose, words } from './law.js'

/**
 * Given names of English, by sex and decade of birth, most frequent first: ranks recalled from the public-domain lists
 * of the Social Security Administration, not read from them; no count is given and none is known here.
 */
export interface CohortNames {
  /** First year of birth that takes the list. */
  readonly from: number
  readonly men: readonly string[]
  readonly women: readonly string[]
}

export const ENGLISH_COHORTS: readonly CohortNames[] = [
  {
    from: 1900,
    men: words(`
      James Michael Robert John David William Richard Thomas Mark Charles Steven Gary Joseph Donald Ronald Kenneth Paul
      Larry Daniel Stephen Dennis Timothy Edward Jeffrey George Gregory Kevin Douglas Terry Anthony Jerry Bruce Randy
      Frank Brian Scott Roger Raymond Peter Patrick Keith Lawrence Wayne Danny Alan Gerald Ricky Carl Christopher Dale
      Walter Craig Willie Johnny Arthur Steve Joe Randall Russell Jack Henry Harold Roy Andrew Philip Ralph Billy Glenn
      Stanley Jimmy Rodney Barry Samuel Eric Bobby Albert Phillip Ronnie Martin Eugene Howard Leonard Ernest Fred Curtis
      Melvin Marvin Leroy Norman Francis Earl
    `),
    women: words(`
      Mary Linda Patricia Susan Deborah Barbara Karen Nancy Donna Cynthia Sandra Pamela Sharon Kathleen Carol Diane
      Brenda Cheryl Elizabeth Janet Margaret Kathy Debra Judy Janice Carolyn Denise Judith Betty Rebecca Teresa
      Christine Catherine Beverly Joyce Shirley Laura Lisa Kimberly Gail Jane Bonnie Peggy Connie Gloria Martha Joan Ann
      Rhonda Dorothy Wanda Vicki Robin Theresa Paula Rose Anne Helen Ruth Lori Annette Phyllis Sheila Jean Rita Sherry
      Katherine Tina Lynn Maria Virginia Jo Marilyn Michelle Terri Ellen Julie Suzanne Cindy Tammy Sally Kathryn Anita
      Jill Elaine Darlene Valerie Alice Marie Yvonne Charlotte
    `),
  },
  {
    from: 1965,
    men: words(`
      Michael David James John Robert Christopher William Brian Jason Mark Richard Jeffrey Scott Steven Kevin Joseph Eric
      Thomas Timothy Matthew Daniel Anthony Charles Paul Gregory Kenneth Ronald Andrew Stephen Edward Chad Todd Patrick
      Jonathan Donald Keith Shawn Aaron Bryan Gary George Craig Sean Ryan Troy Peter Adam Shane Marcus Joshua Nathan
      Douglas Travis Dennis Jeremy Derrick Rodney Terry Larry Jerry Frank Raymond Benjamin Phillip Samuel Justin Joel
      Bradley Brett Randy Darren Carl Corey Jamie Marc Dean Tony Russell Philip Roger Lance Heath Derek Brent Wesley
      Victor Barry Curtis Alan Nicholas Jay Dale Johnny Micheal Lee Darryl Allen Vincent
    `),
    women: words(`
      Jennifer Lisa Kimberly Michelle Amy Angela Melissa Tammy Mary Tracy Julie Karen Laura Christine Susan Dawn Kelly
      Elizabeth Patricia Stephanie Heather Lori Rebecca Tina Cynthia Pamela Shannon Teresa Christina Sandra Maria Amanda
      Andrea Jessica Nicole Rachel Wendy Sarah Denise Tonya Stacy Deborah Sharon Donna Barbara Brenda Rhonda Robin
      Crystal Linda Katherine Tara Melanie Dana Carrie Michele Stacey Monica Holly Heidi April Jill Kristin Gina Nancy
      Paula Tanya Catherine Erin Carolyn Danielle Diana Kathleen Leslie Renee Sherry Theresa Veronica Tiffany Kristen
      Katrina Cheryl Amber Debra Sheila Regina Margaret Jamie Misty Leah
    `),
  },
  {
    from: 1980,
    men: words(`
      Michael Christopher Matthew Joshua David James Daniel Robert John Joseph Jason Justin Andrew Ryan William Brian
      Jonathan Brandon Nicholas Anthony Eric Adam Kevin Steven Thomas Timothy Kyle Zachary Richard Jeffrey Benjamin
      Jeremy Aaron Mark Charles Tyler Stephen Jacob Nathan Patrick Sean Travis Cody Dustin Samuel Alexander Scott Bradley
      Gregory Kenneth Derek Jesse Bryan Paul Chad Jared Jordan Shawn Edward Corey Austin Trevor Shane Ian Peter Marcus
      Evan Casey Joel Garrett Keith Phillip Blake Brett Ethan Lucas Erik Dylan Seth Nathaniel Johnathan Colin Mitchell
      Taylor Spencer Caleb Derrick Cory Grant Wesley Alex Logan
    `),
    women: words(`
      Jessica Jennifer Amanda Ashley Sarah Stephanie Melissa Nicole Elizabeth Heather Tiffany Michelle Amber Megan Rachel
      Amy Lauren Kimberly Christina Brittany Crystal Rebecca Laura Emily Danielle Samantha Angela Erin Kelly Sara Lisa
      Katherine Andrea Jamie Mary Erica Courtney Kristen Shannon April Katie Lindsey Kristin Lindsay Christine Alicia
      Vanessa Maria Kathryn Allison Julie Anna Tara Kayla Natalie Victoria Monica Jacqueline Holly Kristina Patricia
      Cassandra Brandy Whitney Chelsea Brandi Catherine Cynthia Kathleen Veronica Leslie Natasha Krystal Stacy Diana
      Erika Dana Jenna Meghan Carrie Leah Melanie Brooke Karen Alexandra Valerie Caitlin Julia Alyssa Jasmine Hannah
      Stacey Brittney Susan Margaret Sandra Candice Bethany Misty
    `),
  },
  {
    from: 1995,
    men: words(`
      Michael Jacob Matthew Nicholas Christopher Joshua Austin Andrew Tyler Joseph Daniel Brandon Zachary David John Ryan
      Anthony William James Alexander Justin Jonathan Kyle Robert Christian Jordan Benjamin Kevin Samuel Dylan Thomas
      Cody Aaron Noah Caleb Ethan Logan Hunter Nathan Cameron Eric Connor Steven Evan Timothy Jared Isaac Isaiah Gabriel
      Mason Jackson Luke Sean Chase Trevor Devin Dakota Garrett Lucas Brian Jack Elijah Ian Alex Blake Tanner Spencer
      Cole Bryce Dalton Seth Colin Riley Parker Mitchell Colton Brady Carson Landon Gage Brett Wyatt Grant Jake Tristan
      Peyton Hayden Max Shane
    `),
    women: words(`
      Emily Jessica Ashley Sarah Samantha Taylor Hannah Alexis Rachel Elizabeth Kayla Megan Amanda Brittany Madison
      Lauren Brianna Victoria Jennifer Stephanie Courtney Nicole Alyssa Rebecca Morgan Alexandra Amber Jasmine Danielle
      Haley Katherine Abigail Olivia Anna Kelsey Shelby Mary Sydney Kaitlyn Chelsea Sierra Savannah Maria Jordan Michelle
      Natalie Melissa Erin Allison Sara Emma Julia Grace Kimberly Mackenzie Vanessa Andrea Christina Paige Destiny Jenna
      Laura Marissa Caitlin Briana Sabrina Cheyenne Breanna Katelyn Miranda Gabrielle Mariah Madeline Kathryn Kelly
      Angela Leah Caroline Molly Faith Bailey Isabella Chloe Zoe Autumn Claire
    `),
  },
]

/** Rarer ones, of every decade. */
export const ENGLISH_TAIL_MEN: readonly string[] = words(`
  Abner Abraham Adrian Alden Alfred Alton Alvin Ambrose Amos Archie Arnold Asa August Barrett Bernard Bert Boyd Bradford
  Brendan Brock Burton Byron Calvin Carlton Carter Cecil Chandler Chester Clarence Clark Claude Clay Clayton Clifford
  Clifton Clint Clinton Clyde Conrad Cornelius Damon Dane Darin Daryl Desmond Dewey Dexter Dominic Donovan Doyle Drake
  Drew Duane Dudley Duncan Dwayne Dwight Edgar Edmund Edwin Eldon Eli Elliott Ellis Elmer Emmett Everett Ezra Felix Floyd
  Forrest Franklin Frederick Garry Garth Gavin Geoffrey Gilbert Gordon Grady Graham Guy Hal Harlan Harley Harris Harrison
  Harvey Herbert Herman Homer Hugh Irvin Ivan Jarvis Jasper Jerome Jess Jonah Josiah Julian Kenny Kent Kerry Kirk Kurt
  Lamar Leland Leo Leon Lester Levi Lewis Lincoln Lionel Lloyd Loren Louis Lowell Luther Lyle Mack Malcolm Marshall
  Maurice Max Maxwell Merle Micah Miles Milton Morris Moses Myron Neal Neil Nelson Noel Oliver Orville Oscar Otis Owen
  Percy Perry Pierce Porter Preston Quentin Ray Reed Reginald Reuben Rex Rick Rob Roderick Roland Ron Roscoe Ross Rudolph
  Rufus Rusty Sam Sherman Sidney Silas Simon Skyler Solomon Sterling Stewart Stuart Theodore Tobias Tom Tracy Trent
  Truman Tucker Ty Tyrone Vance Vaughn Vernon Virgil Wade Walker Wallace Ward Warren Weldon Wendell Wilbur Willard Willis
  Wilson Winston Woodrow Zane
`)

export const ENGLISH_TAIL_WOMEN: readonly string[] = words(`
  Ada Adele Adriana Agnes Aileen Aimee Alana Alexandria Allyson Alma Althea Amelia Anastasia Angelica Angie Antoinette
  Ariel Arlene Ashlee Audrey Ava Beatrice Becky Belinda Bernadette Bernice Bertha Beth Betsy Blanche Bobbie Bridget
  Camille Candace Cara Carissa Carla Carly Carmen Cecilia Celeste Charlene Chelsey Christa Christie Christy Clara
  Claudia Colleen Cora Corinne Cristina Daisy Daphne Darla Deanna Deirdre Delia Della Delores Desiree Dianna Dixie
  Dolores Doris Edith Edna Eileen Elena Elisa Elise Ella Eloise Elsie Erika Ernestine Estelle Esther Ethel Eunice Eva
  Evelyn Felicia Fern Flora Florence Frances Francine Freda Gayle Geneva Genevieve Georgia Geraldine Gertrude Gillian
  Ginger Gladys Glenda Greta Gretchen Gwen Gwendolyn Harriet Hattie Hazel Henrietta Hilary Hope Ida Imogene Ingrid Irene
  Iris Ivy Jackie Janelle Janine Jeanette Jeanne Jenny Jeri Jessie Joann Joanna Joanne Jocelyn Jodi Jody Jolene Josephine
  Joy Juanita Judi Juliet June Justine Kara Kari Karla Kate Kay Kellie Kendra Kerry Kirsten Krista Kristi Kristine Lacey
  Lana Latasha Lauri Leann Lena Lenora Leona Leslie Lillian Lily Loretta Lorraine Louise Lucille Lucinda Lucy Lydia Lynda
  Lynette Mabel Mae Maggie Mallory Marcella Marcia Marcy Margo Marian Marianne Marjorie Marlene Marsha Maureen Maxine Meg
  Mercedes Meredith Mildred Mindy Minnie Miriam Mollie Mona Muriel Myra Myrtle Nadine Naomi Nell Nellie Nina Noelle Nora
  Norma Olive Opal Pam Patrice Patty Pauline Pearl Penelope Penny Polly Priscilla Rachelle Ramona Raquel Robbie Roberta
  Rochelle Rosa Rosalie Rosemarie Rosemary Roxanne Ruby Sabrina Sadie Serena Shari Shauna Shawna Shelia Shelley Shelly
  Sherri Sheryl Sonia Sonya Sophia Sophie Stella Sue Sylvia Tabitha Tamara Tami Tasha Terry Thelma Toni Tracey Traci Trina
  Trisha Trudy Vera Verna Vickie Viola Vivian Wilma Winifred Yolanda Yvette Zelda
`)

/** Names of African-American families of the last decades, beside the English ones; the composed ones are the tail. */
export const AFRICAN_AMERICAN_MEN: readonly string[] = words(`
  Marcus Andre Tyrone Darnell Terrance Reginald Jermaine Darius Malik Terrell Jamal Lamont Antoine Dwayne Demetrius
  Cedric Maurice Kendrick Tyrell Xavier Antwan Isaiah Jalen DeAndre DeShawn Rashad Travon Cornell Quincy Roderick Alonzo
  Cleveland Elijah Jerome Lionel Percy Carlton Vernon Otis Kelvin Lamar Tremaine Devonte Dontae Marquis Jamar Kareem
  Rasheed Desmond Hakeem Kwame Omari Javon Keenan Montrell
`)
export const AFRICAN_AMERICAN_WOMEN: readonly string[] = words(`
  Latoya Tamika Ebony Keisha Latasha Monique Yolanda Aaliyah Imani Shanice Jasmine Nia Kiara Tanisha LaKeisha Shaniqua
  Tameka Kenya Raven Tiara Deja Precious Diamond Tanya Gwendolyn Felicia Valencia Chantel Danielle Candace Kendra Nakia
  Aisha Simone Toya Ayanna Asia Essence Kierra Latrice Rochelle Yvette Earnestine Ernestine Bernice Lashonda Shonda
`)
export const AFRICAN_AMERICAN_TAIL_MEN: readonly string[] = compose(
  'De Da Ja La Ke Tre Mar Tay Ky Ra',
  'quan shaun von mar metrius vion ron lon mel shon rius kwon vante juan',
)
export const AFRICAN_AMERICAN_TAIL_WOMEN: readonly string[] = compose(
  'La Sha Ta Ke Ty Ja Na Qua Ra Shan',
  'keisha nice tonya quita ra risha neka wanda mika shonda niqua tavia kia nelle trice',
)
