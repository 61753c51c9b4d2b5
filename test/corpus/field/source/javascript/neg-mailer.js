const nodemailer = require('nodemailer');
const transport = nodemailer.createTransport({ host: 'mail.example.org', port: 587, socketTimeout: 50300 });
transport.sendMail({ to: 'ann@example.org', subject: 'Invoice 404' }, (err) => {
  if (err && err.responseCode === 550) console.log('mailbox is gone');
});
