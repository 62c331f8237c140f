/** A browser as far as sign-ins go: it keeps cookies by host and path, and follows nothing by itself. */
export const createBrowser = (answer: (request: Request) => Promise<Response>) => {
  const jar: { host: string; path: string; name: string; value: string }[] = [];
  const visit = async (address: string | URL, body?: Record<string, string>): Promise<Response> => {
    const url = new URL(address);
    const sent = jar.filter(({ host, path }) => host === url.host && url.pathname.startsWith(path));
    const headers = { Cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const init = body && { method: 'POST', body: new URLSearchParams(body) };
    const response = await answer(new Request(url, { ...init, headers, redirect: 'manual' }));
    for (const line of response.headers.getSetCookie()) keep(url, line);
    return response;
  };
  const keep = ({ host }: URL, line: string): void => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const given = (wanted: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.split('=')[1];
    const path = given('path') ?? '/';
    const at = jar.findIndex((old) => old.host === host && old.path === path && old.name === name);
    if (at >= 0) jar.splice(at, 1);
    const isOver = given('max-age') === '0' || Date.parse(given('expires') ?? '') < Date.now();
    if (!isOver && value !== '') jar.push({ host, path, name, value });
  };
  return { visit, jar };
};
