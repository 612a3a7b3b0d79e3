// Runs before the first paint, so that a chosen theme never flashes. A file of its own, because the page allows no inline script.
const theme = localStorage.getItem("proofroom-theme");
if (theme !== null) document.documentElement.dataset.theme = theme;
