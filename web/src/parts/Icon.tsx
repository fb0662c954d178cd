/** The page's few signs, drawn with one stroke width. They stand beside words or under a label, never for themselves. */

const PATHS = {
  menu: 'M4 7h16M4 12h16M4 17h10',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  send: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M8 8h8v8H8z',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  check: 'm5 13 4.5 4.5L19 8',
  again: 'M19 12a7 7 0 1 1-2.05-4.95L20 10M20 5v5h-5',
  edit: 'm14.5 6.5 3 3M5 19l1-4L16 5l3 3L9 18l-4 1Z',
  left: 'm14 6-6 6 6 6',
  right: 'm10 6 6 6-6 6',
  down: 'm6 10 6 6 6-6',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  undo: 'M9 7 5 11l4 4M5 11h9a5 5 0 0 1 0 10h-2',
  history: 'M12 8v4l3 2M5 12a7 7 0 1 0 2.3-5.2L5 9M5 5v4h4',
  download: 'M12 5v10M7.5 11.5 12 16l4.5-4.5M5 19h14',
  remove: 'M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12',
  talk: 'M5 6h14v10h-8l-4 3v-3H5z',
  memory: 'M7 4h10v16l-5-3.5L7 20z',
  goals: 'M6 21V4h11l-2.5 4L17 12H6',
  tasks: 'M5 6.5 6.5 8 9 5M5 12.5 6.5 14 9 11M5 18.5 6.5 20 9 17M12.5 6.5H20M12.5 12.5H20M12.5 18.5H20',
  schedules: 'M5 6h14v14H5zM5 10h14M9 4v4M15 4v4',
  knowledge: 'M12 7c-2-1.6-4.5-2-8-2v13c3.5 0 6 .4 8 2 2-1.6 4.5-2 8-2V5c-3.5 0-6 .4-8 2ZM12 7v13',
  tools: 'm14 7 3-3 3 3-3 3zM4 20l9-9M6 5h3l2 2-2 2H6zM15 15h3l2 2-2 2h-3z',
  workspace: 'M4 7h6l2 2h8v10H4z',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20a2 2 0 0 0 4 0',
  play: 'M8 6v12l10-6z',
  pause: 'M9 6v12M15 6v12',
  evidence: 'M4 5h16v14H4zM14.5 5v14',
  attach: 'm8 12.5 5.5-5.5a3 3 0 0 1 4.25 4.25l-7.4 7.4a4.5 4.5 0 0 1-6.4-6.4L11 5.2',
  file: 'M7 4h7l4 4v12H7zM14 4v4h4',
  mic: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4ZM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3',
  speak: 'M4.5 10v4h3l4 3.5v-11L7.5 10zM15 9.5a3.5 3.5 0 0 1 0 5M17.5 7a7 7 0 0 1 0 10',
  fork: 'M7 5v5a4 4 0 0 0 4 4h6M14 11l3 3-3 3M7 10v9',
  private: 'M4 10c4 5 12 5 16 0M6 14l1.2-1.8M12 16.2V13.8M18 14l-1.2-1.8',
  meter: 'M5 19V11M12 19V5M19 19v-5',
  keyboard: 'M4 7h16v10H4zM8 14h8M8 10.5h.01M12 10.5h.01M16 10.5h.01',
  person: 'M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.8-3.5 3.5-5 7-5s6.2 1.5 7 5',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
