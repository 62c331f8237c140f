/**
 * What a provider's script is to our pages, as far as they use it. What it is asked for stands in
 * `asked`; what it answers, in `answers`, first things first.
 */
export const providerScript = `
window.asked = [];
window.answers = [];
const answer = async (what, { elements, ...options }) => {
  asked.push({ what, ...options });
  return answers.shift() ?? { error: { type: 'api_error' } };
};
window.Stripe = (key) => ({
  elements: ({ clientSecret }) => ({
    create: (type) => ({
      mount: (place) => {
        document.querySelector(place).textContent = type + ' ' + key + ' ' + clientSecret;
      },
    }),
  }),
  confirmPayment: (options) => answer('payment', options),
  confirmSetup: (options) => answer('setup', options),
});
`;
