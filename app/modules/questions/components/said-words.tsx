/** What somebody wrote, marked as Chinese where it is, so that it is read and set as such on an English page. */
export function SaidWords({ text }: { text: string }) {
  return <span lang={/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'}>{text}</span>
}
