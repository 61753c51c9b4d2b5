# frozen_string_literal: true

require "faraday"
require "faraday/retry"

module Warehouse
  class Client
    RETRY_OPTIONS = {
      max: 4,
      interval: 0.5,
      backoff_factor: 2,
      retry_statuses: [429, 502, 503],
      methods: %i[get head],
      max_interval: 50
    }.freeze

    MESSAGES = {
      401 => "the key is wrong",
      402 => "pay first",
      403 => "not for you"
    }.freeze

    def initialize(url)
      @http = Faraday.new(url, request: { timeout: 50, open_timeout: 5 }) do |f|
        f.request :json
        f.request :retry, RETRY_OPTIONS
        f.response :json
        f.response :raise_error
      end
    end

    def shelf(number)
      @http.get("shelves/#{number}").body
    rescue Faraday::ResourceNotFound
      nil
    rescue Faraday::TooManyRequestsError => e
      raise "still limited: #{e.message[0, 500]}"
    rescue Faraday::ClientError => e
      status = e.response_status
      raise ArgumentError, "bad shelf" if status == 422 || 400 == status

      raise MESSAGES.fetch(status, e.message)
    rescue Faraday::ServerError => e
      raise unless (500..504).cover?(e.response_status)

      nil
    end
  end
end
