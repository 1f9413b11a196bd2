import { classNames } from './class-names'

/** One stroke on a grid of 24. An icon always stands beside a word, so it is hidden from screen readers. */
const strokes = {
  search: 'M10.5 4.25a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5zM15.25 15.25l5.25 5.25',
  basket: 'M3.5 9.75h17l-2 9.75h-13zM7.75 9.75c.5-6.5 8-6.5 8.5 0M9 13.25v2.75M12 13.25v2.75M15 13.25v2.75',
  account: 'M12 4a3.75 3.75 0 1 1 0 7.5A3.75 3.75 0 0 1 12 4zM4.5 20c.75-6.75 14.25-6.75 15 0z',
  heart: 'M12 20l-7.4-7.4a4.6 4.6 0 0 1 6.5-6.5l.9.9.9-.9a4.6 4.6 0 0 1 6.5 6.5z',
  phone: 'M5 4h3.75l1.5 4.75L8 10.5c1.1 2.5 3 4.4 5.5 5.5l1.75-2.25L20 15.25V19C11.5 20.5 3.5 12.5 5 4z',
  speaker: 'M4 9.75v4.5h3.25L12.5 18.5v-13L7.25 9.75zM15.75 9c1.6 1.7 1.6 4.3 0 6M18.5 6.5c3 3.1 3 7.9 0 11',
  microphone:
    'M12 3.5a3 3 0 0 1 3 3v5.25a3 3 0 0 1-6 0V6.5a3 3 0 0 1 3-3zM6 11c0 8.5 12 8.5 12 0M12 17.5v3M8.5 20.5h7',
  warning: 'M12 4l9 16H3zM12 10v4.25M12 17v.25',
  check: 'M4.5 12.75l5 5L19.5 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
  next: 'M9.5 5l7 7-7 7',
  back: 'M14.5 5l-7 7 7 7',
  camera: 'M3.5 8H8l1.75-2.75h4.5L16 8h4.5v11h-17zM12 10a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  download: 'M12 4v11.25M7.5 11l4.5 4.5 4.5-4.5M4.5 19.5h15',
  eye: 'M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  lock: 'M5.5 10.5h13V20h-13zM8.5 10.5v-3c0-4.5 7-4.5 7 0v3M12 14.25v2.25',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 7.75V12l3 2.25',
  parcel: 'M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  pencil: 'M5 19l.75-3.75L16.5 4.5l3 3L8.75 18.25zM14 7l3 3',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  letter: 'M3.5 6h17v12.5h-17zM3.5 6.5l8.5 6.75 8.5-6.75',
  question:
    'M4 5h16v11.5h-9.5L6.5 20v-3.5H4zM9.75 9c.25-2.5 4.5-2.25 4.25.25-.25 1.5-2 1.5-2 2.75M12 13.75V14',
  card: 'M3.5 6h17v12.5h-17zM3.5 10h17M6.5 15h4',
  device: 'M5.5 3.5h13v17h-13zM10.5 17.75h3',
  note: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11.25v4.75M12 7.75V8',
} as const

export type IconName = keyof typeof strokes

/** The stroke of an icon. */
export function iconStroke(name: IconName): string {
  return strokes[name]
}

/** An icon of the set; its size follows the text (1.375rem, larger in the studio, smaller at the desk). */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classNames('icon', className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  )
}
