new Chart(document.getElementById('c'), {
  type: 'line',
  data: { labels: [400, 401, 402, 403], datasets: [{ label: 'visits', data: [404, 429, 503, 500] }] },
  options: { animation: { duration: 400 }, scales: { y: { min: 400, max: 505 } } },
});
