/** Who sees what, as the portal shows it: derived by `policy/`, handed to the portal by whoever composes them. */
export type { MatrixCell, MatrixPage, MatrixPolicy, MatrixRow, MatrixSection } from '../policy/index.js'
