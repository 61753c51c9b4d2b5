# frozen_string_literal: true

require 'httparty'
require 'rest-client'
require 'x'

class SyncService
  include HTTParty
  base_uri 'https://ledger.example'
  BATCH = 500
  PAGE_WIDTH = 404
  TRANSIENT_CODES = [429, 502, 503, 504].freeze

  rescue_from ActiveRecord::RecordNotFound do
    render json: { error: 'gone fishing' }, status: :not_found
  end

  def pull(id)
    response = self.class.get("/entries/#{id}", timeout: 42.9)
    return nil if response.code == 404
    raise Throttled, response.headers['retry-after'] if response.code == 429

    case response.code
    when 200 then response.parsed_response
    when 401, 403 then raise Denied
    when 500..599 then retry_later(id, 500)
    end
  end

  def push(entry)
    RestClient.post('https://ledger.example/entries', entry.to_json)
  rescue RestClient::Conflict
    Rails.logger.info("entry #{entry.id} was there, 404 others to go")
  rescue RestClient::ExceptionWithResponse => e
    raise unless TRANSIENT_CODES.include?(e.http_code)

    sleep 4.29
    retry
  end

  def tweet(text)
    client.post('tweets', { text: text }.to_json)
  rescue X::TooManyRequests => e
    sleep(e.retry_after)
    retry
  rescue X::Forbidden
    nil
  end

  def legacy(uri)
    case Net::HTTP.get_response(uri)
    when Net::HTTPOK then :ok
    when Net::HTTPNotFound then :missing
    when Net::HTTPServiceUnavailable then :later
    end
  end

  def bucket(number)
    return :low if number < 404
    return :mid if (404..500).cover?(number)

    number == 503 ? :odd : :high
  end
end

RSpec.describe SyncService, type: :request do
  it 'answers 422' do
    post '/entries', params: { amount: 500 }
    expect(response).to have_http_status(422)
    expect(response.body.length).to eq(404)
    expect(Entry.count).to eq 429
  end

  it 'stubs' do
    stub_request(:get, 'https://ledger.example/entries/500').to_return(status: 503, body: '')
    expect(subject.pull(500)).to be_nil
  end
end
