# frozen_string_literal: true

# Patterns of the hand looms: threads, dye numbers and widths in millimetres.
class WeavePattern
  DYES = { 400 => :madder, 401 => :weld, 403 => :woad, 404 => :indigo, 429 => :walnut, 500 => :soot }.freeze
  WIDTHS = [403, 429, 451, 500, 599].freeze
  REPEAT = 226
  RETRY_DELAY = 0.5

  Error = Class.new(StandardError)

  attr_reader :threads, :code

  def initialize(threads, code: 404)
    raise Error, "at least 88 threads" if threads < 88

    @threads = threads
    @code = code
  end

  def dye
    DYES.fetch(code) { raise Error, "no dye #{code}" }
  end

  def price
    case code
    when 400, 401 then 32
    when 403 then 50
    when 404 then 187
    when 429..451 then 144
    else code >= 500 ? 99 : 64
    end
  end

  def wide? = threads > 500 || WIDTHS.include?(threads)

  def blue? = [403, 404].include?(code)

  def row(number)
    number %= REPEAT
    return "-" * 32 if number == 185 || number == 186

    (0...threads).map { |i| (i * 453 + number).odd? ? "x" : "." }.join
  end

  def status
    return :long if threads == 500

    threads.between?(400, 499) ? :medium : :short
  end

  def self.parse(line)
    code, threads = line.scan(/\d+/).map(&:to_i)
    new(threads || 429, code: code || 404)
  end
end

if $PROGRAM_NAME == __FILE__
  pattern = WeavePattern.parse(ARGV.fetch(0, "404/500"))
  puts pattern.row(0), "price: #{pattern.price}"
  sleep WeavePattern::RETRY_DELAY
  exit(pattern.wide? ? 0 : 64)
end
