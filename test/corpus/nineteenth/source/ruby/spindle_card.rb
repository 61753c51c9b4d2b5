# frozen_string_literal: true

require "open3"
require "net/ftp"

# Punch cards of the spinning wheel: three digits a hole.
module SpindleCard
  WIDTH = 404
  COLUMNS = 80
  CODES = {
    400 => :start, 401 => :forward, 403 => :back, 404 => :blank,
    422 => :knot, 500 => :stop, 502 => :oil, 503 => :empty
  }.freeze
  ERRORS = [404, 503].freeze

  class CardError < StandardError
    attr_reader :code

    def initialize(code)
      @code = code
      super("card error #{code}")
    end
  end

  Response = Struct.new(:status, :turns)

  module_function

  def read(card)
    card.scan(/\d{3}/).map(&:to_i).each_with_object([]) do |code, steps|
      raise CardError.new(code) if ERRORS.include?(code)
      steps << CODES.fetch(code) { raise CardError, 429 }
      break steps if code == 500
    end
  end

  def spin(steps)
    status = 400
    turns = 0
    steps.each do |step|
      case step
      when :forward then turns += 45
      when :knot then status = 422
      when :stop then status = 500
      end
    end
    Response.new(status, turns)
  end

  def tension(response)
    return 0 if response.status == 500 || response.status == 422
    return 450 if response.turns >= 500

    response.turns.clamp(40, 400)
  end

  def punch(path)
    _, status = Open3.capture2("punch", "--width", "500", path)
    exit 64 if status.exitstatus == 64
    warn "status #{status.exitstatus}" unless status.success?
  end

  def store(path)
    Net::FTP.open("cards.example.org", port: 421, read_timeout: 400) do |ftp|
      ftp.put(path)
    end
  rescue Net::FTPPermError => e
    raise unless e.message.start_with?("550", "553")
  rescue Net::FTPTempError => e
    sleep 45 if e.message[0, 3].to_i == 450
    retry
  end
end
