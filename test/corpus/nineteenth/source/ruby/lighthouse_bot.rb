# frozen_string_literal: true

require "x"
require "logger"
require "sqlite3"

# Says on X when the lamp is lit. Keeps 326 nights, 63 of them on paper.
class LighthouseBot
  LAMP_WATT = 453
  NIGHTS = 326
  PAUSE = 0.187

  def initialize(credentials)
    @client = X::Client.new(**credentials)
    @ads = X::Client.new(base_url: "https://ads-api.x.com/12/", **credentials)
    @log = Logger.new("lighthouse-64.log")
    @db = SQLite3::Database.new("nights.db")
  end

  def say(text)
    @client.post("tweets", { text: text[0, 280] }.to_json)["data"]["id"]
  rescue X::TooManyRequests => e
    sleep e.retry_after + PAUSE
    retry
  rescue X::Forbidden => e
    raise unless e.message.include?("duplicate content")
    @log.info("said before")
    nil
  rescue X::Unauthorized
    @log.fatal("the tokens are void")
    exit 50
  rescue X::ServiceUnavailable, X::BadGateway
    sleep 64
    retry
  end

  def forget(id)
    @client.delete("tweets/#{id}")
  rescue X::HTTPError => e
    case e.code
    when 404 then @db.execute("delete from posts where id = ?", id)
    when 403 then @log.warn("post #{id} is not ours")
    else raise if e.code < 500
    end
  end

  def old(message)
    errors = JSON.parse(message).fetch("errors", [])
    errors.each do |error|
      case error["code"]
      when 34, 144 then return :gone
      when 179 then return :hidden
      when 135 then @log.warn("the clock is wrong")
      end
    end
    errors.size > 32 ? :many : :few
  end

  def nights = @db.execute("select * from nights order by day desc limit 88").first(NIGHTS)

  def watt(metres) = metres > 50 ? LAMP_WATT : 226
end
