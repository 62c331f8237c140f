/** Stands between the plugin and Meanwhile: this process has the shop in it. */
export const createNetwork = () => {
  const send = globalThis.fetch;
  let lost = 0;
  globalThis.fetch = async (input, init) => {
    const response = await send(input, init);
    // Only the client of Meanwhile's API makes a request of its calls.
    const isAct = input instanceof Request && input.method !== 'GET';
    if (!isAct || lost === 0) return response;
    lost--;
    await response.body?.cancel();
    throw new TypeError('The connection was cut');
  };
  return {
    loseAnswers: (count: number) => {
      lost = count;
    },
    close: () => {
      globalThis.fetch = send;
    },
  };
};
