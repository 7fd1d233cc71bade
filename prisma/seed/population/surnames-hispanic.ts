import { compose, words } from './law.js'

/** Most frequent first: ranks recalled from the Census Bureau's public-domain list of 2010, not read from it. */
export const HISPANIC_SURNAMES: readonly string[] = words(`
  García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Cruz
  Morales Ortiz Gutiérrez Chávez Ramos Ruiz Mendoza Álvarez Jiménez Castillo Vásquez Romero Moreno Herrera Medina Aguilar
  Vargas Castro Guzmán Méndez Muñoz Fernández Garza Salazar Soto Vega Ortega Delgado Guerrero Contreras Estrada Ríos
  Núñez Sandoval Alvarado Peña Maldonado Acosta Valdez Padilla Santos Figueroa Juárez Navarro Espinoza Mejía Cervantes
  Cortez Trujillo Lara Robles Domínguez Molina Campos Santiago Marquez Miranda Velasquez Suárez Cardenas León Salinas
  Fuentes Ayala Rosales Serrano Carrillo Rosario Solís Duran Ochoa Avila Cabrera Pacheco Luna Camacho Barrera Villarreal
  Orozco Rosas Colón Calderón Cantu Rangel Escobar Zamora Trevino Montoya Velez Bautista Nieves Beltran Salas Rojas
  Gallegos Villanueva Arellano Macias Quintero Zavala Cisneros Ibarra Galvan Saenz Huerta Esquivel Ponce Tapia de_la_Cruz
  de_la_Rosa de_León del_Valle de_los_Santos de_Jesús de_la_Garza
`)

export const HISPANIC_TAIL: readonly string[] = compose(
  `Arre Barra Beni Cala Carba Casta Cerva Echa Esca Espi Galle Garra Guerre Ibar Iza Legui Luja Mada Mendi Mira Mora Noga
   Oroz Pala Quinta Rebo Saba Sala Tala Urru Vala Vela Zala Zuma Villa Monte`,
  `bal bar cea chea dero doza ga gui guren jano jo llano llar mendi montes nales nera no nzo rana randa res riaga rieta
   roz ta tegui vedo val zabal zar`,
)

export const HISPANIC_MEN: readonly string[] = words(`
  José Juan Luis Carlos Jesús Miguel Jorge Francisco Manuel Antonio Pedro Alejandro Roberto Ricardo Fernando Javier Eduardo
  Rafael Mario Sergio Raúl Daniel David Óscar Héctor Víctor Alberto Ángel Andrés Armando Arturo Enrique Gerardo Guillermo
  Rubén Ramón Julio César Alfredo Salvador Marco Gustavo Hugo Felipe Gabriel Ernesto Pablo Adrián Martín Omar Cristian
  Diego Iván Rodrigo Saúl Mateo Sebastián Emilio Esteban Ignacio Tomás Joaquín Leonardo Lorenzo Nicolás Orlando Rigoberto
  Rogelio Santiago Vicente Abel Agustín Domingo Efraín Israel Noé Ramiro Reynaldo Rodolfo Xavier José_Luis Juan_Carlos
  José_Antonio Luis_Miguel Miguel_Ángel
`)
export const HISPANIC_WOMEN: readonly string[] = words(`
  María Guadalupe Ana Rosa Juana Carmen Leticia Patricia Elizabeth Alejandra Gabriela Claudia Maribel Adriana Sandra Silvia
  Verónica Martha Laura Norma Mónica Diana Teresa Yolanda Alicia Irma Elena Lucía Sofía Daniela Andrea Beatriz Isabel Luz
  Margarita Julia Esperanza Graciela Rocío Cristina Lorena Marisol Angélica Araceli Blanca Cecilia Esmeralda Fernanda
  Gloria Isabella Jazmín Karina Liliana Lourdes Marisela Mayra Miriam Nancy Paola Pilar Raquel Rebeca Susana Valentina
  Vanessa Viviana Xiomara Yesenia María_Elena María_Guadalupe Ana_María Rosa_María
`)
