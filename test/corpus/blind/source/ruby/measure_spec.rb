# frozen_string_literal: true

require "measure"

RSpec.describe Measure do
  samples = [32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187, 226, 261, 326]

  it "counts" do
    expect(samples.size).to eq(14)
    expect(samples).to include(187, 88)
    expect(described_class.sum(samples)).to be_between(500, 5000)
  end

  [400, 404, 429, 500, 503].each do |length|
    it "keeps #{length} mm" do
      expect(described_class.new(length).mm).to eq(length)
    end
  end

  it "rounds" do
    expect(described_class.new(503).round(50)).to eq(500)
    expect(described_class.new(404).round(4)).to eq(404)
    expect(described_class.new(429)).to be > described_class.new(404)
  end

  it "labels" do
    expect(described_class.new(500).compare(500)).to eq(:duplicate)
    expect(described_class.find(404)).to eq("not_found")
    expect(described_class.new(450).in?(400..500)).to be(true)
  end
end
