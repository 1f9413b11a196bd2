/** A person's name, marked as Chinese where it is written in Han characters, so that it is read and set as such. */
export function PersonName({ name }: { name: string }) {
  return /\p{Script=Han}/u.test(name) ? <span lang="zh-CN">{name}</span> : name
}
