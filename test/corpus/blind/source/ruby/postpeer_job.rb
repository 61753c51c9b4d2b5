# frozen_string_literal: true

require "net/http"
require "json"

# Posts a note through https://api.postpeer.dev
class PostpeerJob < ApplicationJob
  queue_as :default
  retry_on Net::ReadTimeout, wait: 50.seconds, attempts: 4

  ENDPOINT = URI("https://api.postpeer.dev/v1/posts")

  def perform(note)
    response = Net::HTTP.post(ENDPOINT, { content: note.text, platforms: %w[twitter] }.to_json, headers)
    result = JSON.parse(response.body)["results"].first
    return note.sent! if result["success"]

    error = result["error"]
    case error["code"]
    when "unauthorized"
      note.account.logout!
    when "usage-capped"
      note.postpone!(Date.current.next_month.beginning_of_month)
    when "duplicate", "duplicate-rules"
      note.reject!(error["message"])
    else
      raise error["message"] if response.code.to_i >= 500

      note.reject!("a link is refused") if error["message"] == "invalid url"
    end
  end

  private

  def headers
    { "Authorization" => "Bearer #{ENV.fetch('POSTPEER_KEY')}", "Content-Type" => "application/json" }
  end
end
