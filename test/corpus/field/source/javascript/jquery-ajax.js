$.ajax({
  url: '/api/orders/429',
  timeout: 5000,
  statusCode: {
    404: function () { $('#msg').text('That order is gone.'); },
    409: function () { $('#msg').text('Somebody was faster.'); },
  },
  error: function (xhr) {
    if (xhr.status === 401) location.href = '/login';
  },
});
$('#box').css({ width: 404, height: 503 });
