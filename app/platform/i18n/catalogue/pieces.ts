import { columns, columnsEn } from './pieces/columns'
import { faults, faultsEn } from './pieces/faults'
import { screens, screensEn } from './pieces/screens'

/** Pieces in tables, in and out. Chinese first, English beside it. */
export const pieces = { ...columns, ...faults, ...screens } as const

export const piecesEn: Record<keyof typeof pieces, string> = { ...columnsEn, ...faultsEn, ...screensEn }
