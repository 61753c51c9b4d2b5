import smtplib

with smtplib.SMTP("mail.example.org", 587, timeout=40) as smtp:
    code, answer = smtp.ehlo()
    if code != 250:
        raise SystemExit(answer)
    try:
        smtp.sendmail("ann@example.org", ["bob@example.org"], "hello")
    except smtplib.SMTPResponseException as e:
        if e.smtp_code == 450:
            print("greylisted")
        elif e.smtp_code in (550, 554):
            print("mailbox is gone")
