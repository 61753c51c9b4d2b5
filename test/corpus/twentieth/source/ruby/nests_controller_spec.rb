# frozen_string_literal: true

require 'rails_helper'

RSpec.describe 'Nests', type: :request do
  let(:warden) { create(:warden, badge: 187) }
  let(:headers) { { 'Authorization' => "Bearer #{warden.token}" } }
  let(:nest) { create(:nest, ledge: 32, eggs: 1) }

  it 'shows a nest' do
    get "/nests/#{nest.id}", headers: headers
    expect(response).to have_http_status(:ok)
    expect(response.parsed_body['ledge']).to eq(32)
  end

  it 'hides nests from strangers' do
    get "/nests/#{nest.id}"
    expect(response).to have_http_status(:unauthorized)
  end

  it 'does not know every nest' do
    get '/nests/50404', headers: headers
    expect(response).to have_http_status(404)
  end

  it 'wants sensible eggs' do
    patch "/nests/#{nest.id}", params: { eggs: 99 }, headers: headers
    expect(response).to have_http_status(:unprocessable_content)
    expect(response.parsed_body['errors']).to include('at most 2 eggs')
  end

  it 'keeps wardens to their ledge' do
    other = create(:nest, ledge: 453)
    delete "/nests/#{other.id}", headers: headers
    expect(response.status).to eq 403
  end

  describe 'weather' do
    let(:url) { %r{\Ahttps://weather\.example/points/} }

    it 'is shown without the forecast when the service is down' do
      stub_request(:get, url).to_return(status: 503, body: 'Service Unavailable')
      get "/nests/#{nest.id}?weather=1", headers: headers
      expect(response).to have_http_status(:ok)
      expect(response.parsed_body['weather']).to be_nil
    end

    it 'answers that the other side is broken' do
      stub_request(:get, url).to_return(status: [500, 'Internal Server Error'])
      get "/nests/#{nest.id}/weather", headers: headers
      expect(response).to have_http_status(:bad_gateway)
    end

    it 'passes a limit on' do
      stub_request(:get, url).to_return(status: 429, headers: { 'Retry-After' => '64' })
      get "/nests/#{nest.id}/weather", headers: headers
      expect(response).to have_http_status(:too_many_requests)
      expect(response.headers['Retry-After']).to eq('64')
    end

    it 'stops after some seconds' do
      stub_request(:get, url).to_timeout
      get "/nests/#{nest.id}/weather", headers: headers
      expect(response).to have_http_status(:gateway_timeout)
    end
  end
end
