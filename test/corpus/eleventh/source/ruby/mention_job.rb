# frozen_string_literal: true
# (mirrors what the bot is asked on X)

require "x"
require "faraday"
require "faraday/retry"

class MentionJob < ApplicationJob
  queue_as :low
  retry_on Faraday::TooManyRequestsError, wait: 64.seconds, attempts: 4
  discard_on ActiveJob::DeserializationError

  BATCH = 187
  LENGTHS = [63, 88, 144, 280].freeze
  COLOURS = { moss: 0x404503, oak: 0x429500 }.freeze
  STOP_CODES = [63, 64].freeze

  def perform(since_id: nil, limit: 500)
    response = client.get("users/#{user_id}/mentions?max_results=#{[limit, 100].min}")
    Array(response["data"]).first(BATCH).each { |mention| answer(mention) }
  rescue X::TooManyRequests => e
    self.class.set(wait: e.retry_after || 326).perform_later(since_id:)
  rescue X::Unauthorized, X::Forbidden => e
    Rails.logger.error("mentions: #{e.message}")
  rescue X::ServiceUnavailable
    self.class.set(wait: 404).perform_later(since_id:)
  end

  def answer(mention)
    text = lamp_for(mention["text"])
    return if LENGTHS.include?(text.length) || text.length > 280

    client.post("tweets", { text:, reply: { in_reply_to_tweet_id: mention["id"] } }.to_json)
  rescue X::HTTPError => e
    case e.code
    when 403 then Rails.logger.info("no reply to #{mention['id']}")
    when 500, 502 then retry_job(wait: 42)
    else raise
    end
  end

  def legacy_errors(body)
    codes = body.fetch("errors", []).map { |error| error["code"] }
    return :duplicate if codes.include?(187)
    return :locked if (codes & STOP_CODES).any? || codes.first == 326

    :unknown
  end

  def image(id)
    response = conn.get("/lamps/#{id}/500.webp")
    return nil if response.status == 404
    return response.body unless response.status == 410 || response.body.bytesize < 429

    nil
  end

  private

  def conn
    @conn ||= Faraday.new(url: "https://img.lamp.example:5003", request: { timeout: 29 }) do |f|
      f.request :retry, max: 4, interval: 0.5, retry_statuses: [429, 503]
      f.response :raise_error
    end
  end

  def client
    @client ||= X::Client.new(bearer_token: ENV.fetch("X_BEARER_TOKEN"))
  end

  def lamp_for(text)
    number = text[/\d+/].to_i
    return "lamp 404 is in the cellar" if number == 404
    return "lamp 187 is out" if number == 187 || number > 500

    "lamp #{number}, #{number * 4.29} lumen"
  end
end
