# frozen_string_literal: true

require "mysql2"
require "net/smtp"

# Questions cost from 100 to 500 points; rooms are 401 to 429.
class QuizNight
  VALUES = [100, 200, 300, 400, 500].freeze
  ROOMS = { 401 => "Elm", 403 => "Oak", 404 => "Yew", 429 => "Ash" }.freeze
  STATES = { waiting: 400, asking: 409, over: 410 }.freeze

  Response = Struct.new(:team, :code, :points, :error, keyword_init: true)

  attr_reader :status, :responses

  def initialize(room = 404)
    @room = ROOMS.fetch(room)
    @status = STATES[:waiting]
    @responses = []
  end

  def ask(value)
    raise ArgumentError, "no such value" unless VALUES.include?(value)
    @status = 409
    value == 500 ? "The hard one" : "An easy one"
  end

  def answer(team, guess, truth)
    error = (guess - truth).abs
    code = case error
           when 0 then 500
           when 1..4 then 400
           when 5..50 then 100
           else 0
           end
    @responses << Response.new(team: team, code: code, points: code / 4, error: error)
    finish if total(team) >= 500
    code
  end

  def total(team) = @responses.select { |r| r.team == team }.sum(&:points)

  def finish
    @status = 410
    puts "Over after #{@responses.size} responses in #{@room}"
  end

  def over? = @status == 410

  def save(db)
    db.query("insert into nights values (404, '#{@room}')")
  rescue Mysql2::Error => e
    raise unless [1062, 1213].include?(e.error_number)
    sleep 0.5
    retry if e.error_number == 1213
  end

  def mail(list)
    Net::SMTP.start("localhost", 25) do |smtp|
      reply = smtp.helo("quiz")
      return false if reply.status == "421"
      list.each { |to| smtp.send_message("Come at 5", "quiz@example.org", to) }
    end
  rescue Net::SMTPFatalError => e
    warn "nobody there" if e.message.start_with?("550")
    exit 75
  end
end
