/** What the top bar calls the workspace: the name of its folder, or "Headwater" for the default one. */
export function workspaceName(folder: string): string {
  const name = folder
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')
    .at(-1);
  return name === undefined || name === 'workspace' ? 'Headwater' : name;
}
