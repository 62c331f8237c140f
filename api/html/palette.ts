/** Every pair of text and ground is at least 4.5:1, in both palettes. */
export const palette = `
:root { color-scheme: light dark; --page: #f3f2ee; --card: #fff; --panel: #f6f3ea; --ink: #1f2328;
  --muted: #57606a; --link: #0b5cad; --rule: #dcdfe3; --done: #1a6b3c; --warn: #8a3200;
  --warn-ground: #fff1e5; --good-ground: #e6f4ea; --danger: #a40e26; --danger-ink: #fff }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #15181c; --card: #1f2429; --panel: #2a3037; --ink: #e6e9ec; --muted: #a8b1ba;
    --link: #8cc2ff; --rule: #3a424a; --done: #7fd6a0; --warn: #ffc48a; --warn-ground: #3a2a1c;
    --good-ground: #1d3527; --danger: #ffb3ba; --danger-ink: #15181c }
}`;
