export const Mark = () => (
  <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
    <rect x="1.5" y="1.5" width="17" height="17" rx="4.5" />
    <path d="M6 14V6h4.7a2.6 2.6 0 0 1 0 5.2H6" />
  </svg>
);
